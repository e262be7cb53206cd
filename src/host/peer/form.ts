/** The form in which a person who interviewed marks the criteria, a few stages at a time. */
import type { HeardFromPeer } from '../../interview/events.ts'
import { stagesUnmarked } from '../../interview/peer.ts'
import type { Plan } from '../../interview/plan.ts'
import { planOf } from '../../interview/plan.ts'
import type { Mark } from '../../interview/verdict.ts'
import type { Card, Field, Form } from '../../platform/card.ts'
import type { Heard } from '../../platform/platform.ts'
import type { Words } from '../../words/words.ts'
import type { Scene } from '../scene.ts'

/** So many criteria are marked in one form at most, unless a single stage has more. */
const MOST = 15

const choicesIn = ({ marks }: Words) =>
  ([0, 1, 2] as const).map((mark) => ({ value: String(mark), label: `${mark}: ${marks[mark]}` }))

/** The form for the next stages; nothing where all are marked, or where it is too early or too late. */
export const marksForm = (scene: Scene): Form | undefined => {
  if (scene.phase !== 'debrief') return undefined
  const plan = planOf(scene.flow)
  const fields: Field[] = []
  const titles: string[] = []
  const choices = choicesIn(scene.words)
  for (const id of stagesUnmarked(scene.context)) {
    const { title } = plan.stage(id)
    const more = judgedIn(plan, id).map(({ id: criterion, name }) => ({
      name: `${scene.context.id}.${criterion}`,
      label: name,
      choices,
    }))
    if (fields.length > 0 && fields.length + more.length > MOST) break
    fields.push(...more)
    titles.push(title)
  }
  if (titles.length === 0) return undefined
  return { id: 'marks', title: scene.words.sheet.marks, text: titles.join(', '), fields }
}

const judgedIn = (plan: Plan, stage: string) =>
  plan.stage(stage).criteria.filter(({ measured }) => measured === undefined)

/** Gives the interviewer the form, or thanks where nothing is left to mark. */
export const marksCard = (scene: Scene): Card => {
  const form = marksForm(scene)
  const { sheet } = scene.words
  if (form) return { tone: 'notice', text: sheet.mark({ stages: form.text ?? '' }), form }
  return { tone: 'notice', text: scene.phase === 'debrief' ? sheet.wait : sheet.thanks }
}

/** The interview that a form of marks belongs to. */
export const markedInterview = ({ fields }: Extract<Heard, { type: 'form' }>): string | undefined =>
  Object.keys(fields)[0]?.split('.')[0]

/** The marks as an event; a stage counts as marked of which something was. */
export const markedBy = (
  { id, at, fields }: Extract<Heard, { type: 'form' }>,
  plan: Plan,
): Extract<HeardFromPeer, { type: 'marked' }> => {
  const given = Object.entries(fields).flatMap(([name, value]) => {
    const criterion = name.split('.')[1] ?? ''
    const stage = plan.criteria.get(criterion)?.stage.id
    return stage !== undefined && /^[012]$/.test(value)
      ? [{ stage, criterion, mark: Number(value) as Mark }]
      : []
  })
  return {
    type: 'marked',
    at,
    id,
    stages: [...new Set(given.map(({ stage }) => stage))],
    marks: Object.fromEntries(given.map(({ criterion, mark }) => [criterion, mark])),
  }
}
