import type { Remark } from './remark.ts'
import { namesBudget } from './text.ts'
import type { Ways } from './ways.ts'

/** Nothing begins: no caller, and no box from which the arrows start. */
export const noSource = ({ having, starts }: Ways): Remark[] =>
  having('caller').length > 0 || starts.length > 0
    ? []
    : [
        {
          kind: 'no-source',
          says: 'Nothing begins here: no box calls the others. Draw who asks, such as the app.',
          boxes: [],
          criteria: ['FT1'],
        },
      ]

/** Nothing is kept. */
export const noStore = ({ having }: Ways): Remark[] =>
  having('store').length > 0
    ? []
    : [
        {
          kind: 'no-store',
          says: 'Nothing is kept: there is no database, log, cache or feature store. Draw where data stays between two requests.',
          boxes: [],
          criteria: ['FT2', 'FT3', 'PL1'],
        },
      ]

/** Boxes without any arrow. */
export const orphan = ({ diagram, label }: Ways): Remark[] => {
  const joined = new Set(diagram.arrows.flatMap(({ from, to }) => [from, to]))
  const alone = diagram.boxes
    .filter(({ id, label }) => !joined.has(id) && !namesBudget(label))
    .map(({ id }) => id)
  if (alone.length === 0) return []
  const names = alone.map((id) => `"${label(id)}"`).join(', ')
  const says =
    alone.length === 1
      ? `${names} is joined to nothing. Draw what reaches it and what it gives, or leave it out.`
      : `${names} are joined to nothing. Draw what reaches them and what they give, or leave them out.`
  return [{ kind: 'orphan', says, boxes: alone, criteria: ['FT1'] }]
}

/** No arrow says what travels on it. */
export const bareArrows = ({ diagram: { arrows } }: Ways): Remark[] =>
  arrows.length < 3 || arrows.some(({ label }) => label !== undefined)
    ? []
    : [
        {
          kind: 'bare-arrows',
          says: `None of the ${arrows.length} arrows says what travels on it. Name input and output at least at the model.`,
          boxes: [],
          criteria: ['FT1', 'FT5'],
        },
      ]

/** There is a model to answer requests, and nothing for when it does not. */
export const noFallback = ({ having, diagram, label }: Ways): Remark[] => {
  const serving = having('serving')
  const said = diagram.arrows.some(({ label: text = '' }) =>
    /fall-?back|default|heuristic|timeout/i.test(text),
  )
  if (serving.length === 0 || said || having('fallback').length > 0) return []
  return [
    {
      kind: 'no-fallback',
      says: `What answers when "${label(serving[0] ?? '')}" is down is not drawn. Add the fallback, such as cached or popular results.`,
      boxes: serving.slice(0, 1),
      criteria: ['FT6'],
    },
  ]
}
