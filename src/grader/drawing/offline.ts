/** What a drawing shows of learning: how it is kept apart from answering, where they meet, and what comes back. */
import { answering, type Look, wordsOn } from './finding.ts'

const MEETING = /regist|artifact|artefact|model store|feature|deploy/i

/** FT2: a way that answers and one that trains; clear where what lies between them has a name. */
export const twoPaths: Look = (ways) => {
  const { having, from, is, diagram, label } = ways
  const training = having('training')
  const serving = answering(ways)
  const inside = new Set(training)
  const isFed = diagram.arrows.some(({ from: before, to }) => inside.has(to) && !inside.has(before))
  if (serving.length === 0 || !isFed) return undefined
  const [made, needs] = [from(training), new Set(serving)]
  const registry = diagram.boxes.some(
    ({ id, label: name }) =>
      made.has(id) && MEETING.test(name) && !is(id, 'training') && serving.some((one) => from([id]).has(one)),
  )
  const labelled = diagram.arrows.some(
    ({ from: before, to, label: name = '' }) => inside.has(before) && needs.has(to) && MEETING.test(name),
  )
  const features = having('features').some((id) => {
    const fed = from([id])
    return training.some((one) => fed.has(one)) && serving.some((one) => fed.has(one))
  })
  const joined = serving.some((id) => made.has(id)) && (registry || labelled || features)
  return { criterion: 'FT2', mark: joined ? 2 : 1, shows: [...training, ...serving].map(label) }
}

const SHOWN = /impression|exposure|\bshown\b|served|prediction|\bscores?\b|request|features/i
const OUTCOME = /click|outcome|label|conversion|feedback|purchase|chargeback|arrival|action|bought|watched/i

/** FT3: a log that the answering fills and the training reads; clear where both what was shown and its outcome are named. */
export const loggingBack: Look = (ways) => {
  const { having, from, diagram, label } = ways
  const filled = from([...having('caller'), ...answering(ways)], having('training'))
  if (answering(ways).length === 0) return undefined
  const logs = having('log').filter((id) => filled.has(id))
  if (logs.length === 0) return undefined
  const reached = from(logs)
  const back = having('training').some((id) => reached.has(id))
  const inside = new Set(logs)
  const parts = [
    ...diagram.boxes.filter(({ id }) => inside.has(id)),
    ...diagram.arrows.filter(({ from: before, to }) => inside.has(before) || inside.has(to)),
  ]
  const text = parts.map(wordsOn).join('\n')
  const isWhole = back && SHOWN.test(text) && OUTCOME.test(text)
  return { criterion: 'FT3', mark: isWhole ? 2 : 1, shows: logs.map(label) }
}
