/** What an interview says, as a card: the words around it, the status line under it, the buttons beside it. */
import type { Line } from '../interview/effects.ts'
import { planned, spentIn, spentInAll } from '../interview/pace.ts'
import { planOf } from '../interview/plan.ts'
import type { Button, Card, Form } from '../platform/card.ts'
import { buttonsOf, RESUME } from './buttons.ts'
import { contestCard } from './contest.ts'
import { swapButton } from './peer/buttons.ts'
import { marksCard } from './peer/form.ts'
import type { InterviewRecord } from './record.ts'
import { reportCard } from './reporting.ts'
import { type Scene, sceneOf } from './scene.ts'
import { prefixAt } from './voice.ts'
import { welcome } from './welcome.ts'
import { asTyped, clockTime, NOTES } from './words.ts'
import type { World } from './world.ts'

/** The card; what shows how well somebody did is for that person alone. */
export const present = async (world: World, record: InterviewRecord, line: Line): Promise<Card> => {
  if (line.kind === 'report') {
    const swap = record.peer?.interviewer && line.attempt === undefined ? [swapButton(record)] : undefined
    return {
      ...(await reportCard(world, record, line.attempt)),
      only: record.person,
      ...(swap && { buttons: swap }),
    }
  }
  const scene = await sceneOf(world, record)
  const prefix = prefixAt(world, record.place)
  if (line.kind === 'welcome') return welcome(world, record, scene)
  if (line.kind === 'contested' || line.kind === 'uncontested')
    return { ...contestCard(world, scene, line, prefix), only: record.person }
  const card = cardOf(line, scene, prefix)
  if (line.kind === 'note' && line.note === 'no-verdicts-yet') return { ...card, only: record.person }
  const continued = 'job' in line ? { ...card, continues: thoughtId(record.id, line.job) } : card
  return isStoodIn(world, line)
    ? { ...continued, footer: `${card.footer} · asked by the stand-in` }
    : continued
}

/** Under which id an answer is being thought of. */
export const thoughtId = (interview: string, job: number): string => `${interview}.think${job}`

/** The one configured could not ask, and the one that needs no model did. */
const isStoodIn = ({ interviewer: { usual, standIn } }: World, line: Line): boolean =>
  line.kind === 'question' && line.by === standIn.by && line.by !== usual.by

const cardOf = (
  line: Exclude<Line, { kind: 'report' | 'welcome' | 'contested' | 'uncontested' }>,
  scene: Scene,
  prefix: string,
): Card => {
  const footer = statusLine(scene)
  const own = (text: string): string => asTyped(text, prefix)
  switch (line.kind) {
    case 'stage':
      return {
        tone: 'interviewer',
        title: titleOf(scene, line.stage),
        text: line.text,
        footer,
        buttons: buttonsOf(scene),
      }
    case 'part':
      return {
        tone: 'notice',
        title: titleOf(scene, line.stage),
        text: line.returned ? 'Back to this stage. You two have the word.' : 'You two have the word.',
        footer,
        buttons: buttonsOf(scene),
      }
    case 'marks':
      return marksCard(scene)
    case 'question':
      return { tone: 'interviewer', text: line.text, footer }
    case 'hint':
      return { tone: 'interviewer', title: `Hint ${line.rung} of 4`, text: line.text, footer }
    case 'silence':
      return { tone: 'interviewer', text: line.text, footer }
    case 'nudge':
      return { tone: 'notice', text: own(nudge(scene, line)), footer }
    case 'interrupt':
      return { tone: 'notice', text: own(interruption(scene, line)), footer }
    case 'thinking-time':
      return {
        tone: 'notice',
        text: `Take ${line.minutes} minutes. The clock runs; I will not ask anything.`,
        footer,
      }
    case 'status':
      return { tone: 'answer', text: status(scene), footer }
    case 'paused':
      return {
        tone: 'notice',
        text: own('Paused. The clock stands still; type /resume to go on.'),
        buttons: RESUME,
      }
    case 'resumed':
      return {
        tone: 'interviewer',
        text: `We were at ${titleOf(scene, scene.context.stage)}. ${line.text}`.trim(),
        footer,
      }
    case 'rate':
      return rating(scene, RATE)
    case 'note':
      return line.note === 'rate-first'
        ? rating(scene, own(NOTES[line.note]))
        : { tone: 'notice', text: own(NOTES[line.note]) + (line.note === 'finished' ? stagesOf(scene) : '') }
  }
}

const SKIP_RATING: readonly Button[] = [{ label: 'Skip', command: 'skip' }]

const RATE =
  'That was the interview. Before you see the report: how would you rate yourself, stage by stage? ' +
  '1 is far off the bar, 2 below it, 3 at it, 4 above it.'

/** What `/retry` can be given. */
const stagesOf = ({ flow }: Scene): string =>
  ` The stages: ${planOf(flow)
    .order.map(({ id }) => id)
    .join(', ')}.`

const titleOf = ({ flow }: Scene, stage: string): string => planOf(flow).stage(stage).title

/** The stage, its place in the order and its clock, such as `Data · 4 of 7 · 1:30 of 10:00`. */
export const statusLine = ({ flow, context, now }: Scene): string => {
  const { order } = planOf(flow)
  const index = order.findIndex(({ id }) => id === context.stage)
  const stage = order[index]
  if (stage === undefined) return ''
  const plan = planned(flow, stage, context.options.minutes)
  return `${stage.title} · ${index + 1} of ${order.length} · ${clockTime(spentIn(context, stage.id, now))} of ${clockTime(plan)}`
}

const status = (scene: Scene): string => {
  const { flow, context, now } = scene
  const total = context.options.minutes * 60_000
  const left = total - spentInAll(context, now)
  const ahead = planOf(flow).order.filter(({ id }) => !context.opened.includes(id))
  const rest =
    ahead.length === 0
      ? 'This is the last stage.'
      : `Still to come: ${ahead.map(({ title }) => title).join(', ')}.`
  const time =
    left >= 0
      ? `${clockTime(left)} of ${clockTime(total)} left.`
      : `${clockTime(-left)} over the ${clockTime(total)} planned.`
  return `${statusLine(scene)}. ${time} ${rest}`
}

const nudge = (scene: Scene, { stage, next }: { stage: string; next?: string }): string => {
  const onward =
    next === undefined
      ? 'Finish with what matters most.'
      : `Finish your point; then we go on to ${titleOf(scene, next)}.`
  return `The time planned for ${titleOf(scene, stage)} is used up. ${onward}`
}

const interruption = (scene: Scene, line: { stage: string; next?: string; moved: boolean }): string => {
  const { stage, next, moved } = line
  if (moved) {
    const onward = next === undefined ? 'It was the last part.' : 'We go on.'
    return `I have to stop you here; ${titleOf(scene, stage)} has had its time. ${onward}`
  }
  const onward = next === undefined ? 'type /end' : `type /next for ${titleOf(scene, next)}`
  return `${titleOf(scene, stage)} is well over its time, which the other stages will lack. I suggest you ${onward}.`
}

/** The form comes with every reminder of it, since a terminal that was started anew has not shown it yet. */
const rating = (scene: Scene, text: string): Card => ({
  tone: 'notice',
  text,
  form: ratingForm(scene),
  buttons: SKIP_RATING,
})

/** The form in which a person rates the stages that were reached. */
export const ratingForm = (scene: Scene): Form => ({
  id: 'rate',
  title: 'Rate yourself',
  fields: scene.context.opened.map((stage) => ({
    name: stage,
    label: titleOf(scene, stage),
    optional: true,
    choices: ['1', '2', '3', '4'].map((value) => ({ value, label: value })),
  })),
})
