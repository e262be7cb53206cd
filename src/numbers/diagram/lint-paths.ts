import type { Remark } from './remark.ts'
import type { Ways } from './ways.ts'

/** No model answers, or no request reaches one. */
export const noServingPath = ({ having, starts, from, label, is }: Ways): Remark[] => {
  const serving = having('serving')
  const criteria = ['FT1', 'FT2']
  const told = (says: string, boxes: string[]): Remark[] => [
    { kind: 'no-serving-path', says, boxes, criteria },
  ]
  if (serving.length === 0)
    return told('No box answers with a prediction. Draw the model or ranker that a request reaches.', [])
  const callers = [...having('caller'), ...starts.filter((id) => !is(id, 'training'))]
  const reached = from(callers, having('training'))
  if (serving.some((id) => reached.has(id) || callers.includes(id))) return []
  return told(
    `No arrow leads from a caller to "${label(serving[0] ?? '')}". Draw the way of one request from the app to the model and back.`,
    serving,
  )
}

/** Nothing trains, nothing feeds the training, or what it makes arrives nowhere. */
export const noTrainingPath = ({ having, diagram, from, label }: Ways): Remark[] => {
  const training = having('training')
  const criteria = ['FT2', 'PL1']
  const told = (says: string, boxes: string[]): Remark[] => [
    { kind: 'no-training-path', says, boxes, criteria },
  ]
  if (training.length === 0)
    return told(
      'How the model comes about is not drawn. Add the way from data over training to the model.',
      [],
    )
  const inside = new Set(training)
  const fed = diagram.arrows.some(({ to, from: before }) => inside.has(to) && !inside.has(before))
  if (!fed)
    return told(`Nothing feeds "${label(training[0] ?? '')}". Draw the data that it learns from.`, training)
  const made = from(training)
  if (having('serving').some((id) => made.has(id)) || having('serving').length === 0) return []
  return told(
    `What "${label(training[0] ?? '')}" makes never reaches the model that answers. Draw the registry or the deployment between them.`,
    training,
  )
}

const OUTCOME = /log|click|event|outcome|feedback|label|interaction/i

/** What happens after an answer never becomes data to learn from. */
export const noLoggingBack = ({ having, from, diagram, is }: Ways): Remark[] => {
  const sources = [...having('serving'), ...having('caller')]
  const kept = having('training').length > 0 ? having('training') : having('log')
  // A model that asks for features tells them nothing of how it went, unless an arrow says so.
  const told = diagram.arrows.filter(({ label = '' }) => OUTCOME.test(label)).map(({ to }) => to)
  const reached = from(
    sources,
    having('features').filter((id) => !is(id, 'log') && !told.includes(id)),
  )
  if (sources.length === 0 || kept.some((id) => reached.has(id))) return []
  return [
    {
      kind: 'no-logging-back',
      says: 'What was shown and what came of it does not find its way back to training. Draw the log of answers and outcomes.',
      boxes: sources,
      criteria: ['FT3'],
    },
  ]
}

const LOGGED = /\blog\w*\b.{0,30}\bfeature|\bfeature\w*\b.{0,30}\blog/i

/** Training and answering each have features of their own, or none are drawn. */
export const unsharedFeatures = ({ having, from, diagram, label }: Ways): Remark[] => {
  const [training, serving, features] = [having('training'), having('serving'), having('features')]
  if (training.length === 0 || serving.length === 0) return []
  const texts = [...diagram.boxes, ...diagram.arrows].map(({ label: text = '' }) => text)
  if (texts.some((text) => LOGGED.test(text))) return []
  const asks = new Map(diagram.arrows.map(({ from: one, to }) => [JSON.stringify([one, to]), true]))
  const gives = (feature: string, ends: readonly string[], avoided: readonly string[]): boolean => {
    const reached = from([feature], avoided)
    // An arrow from the model to the features is a call, which brings them back.
    return ends.some((id) => reached.has(id) || asks.has(JSON.stringify([id, feature])))
  }
  if (features.some((id) => gives(id, training, []) && gives(id, serving, training))) return []
  const says =
    features.length === 0
      ? 'Training and answering have no definition of features in common. Draw the one place that both take them from.'
      : `${features.map((id) => `"${label(id)}"`).join(', ')} does not serve both training and answering. Draw the one definition that both take, or log the features as they were served.`
  return [{ kind: 'unshared-features', says, boxes: features, criteria: ['FT2', 'PL1'] }]
}
