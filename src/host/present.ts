/** What an interview says, as a card: the words around it, the status line under it, the buttons beside it. */
import type { Line } from '../interview/effects.ts'
import { planned, spentIn, spentInAll } from '../interview/pace.ts'
import { planOf } from '../interview/plan.ts'
import type { Card, Form } from '../platform/card.ts'
import { buttonsOf, resumeButtons } from './buttons.ts'
import { contestCard } from './contest.ts'
import { exhibitOf } from './exhibit.ts'
import { wordsOf } from './language.ts'
import { swapButton } from './peer/buttons.ts'
import { marksCard } from './peer/form.ts'
import type { InterviewRecord } from './record.ts'
import { reportCard } from './reporting.ts'
import { type Scene, sceneOf } from './scene.ts'
import { stoodIn } from './trouble.ts'
import { prefixAt } from './voice.ts'
import { welcome } from './welcome.ts'
import { asTyped, clockTime } from './words.ts'
import type { World } from './world.ts'

/** The card; what shows how well somebody did is for that person alone. */
export const present = async (world: World, record: InterviewRecord, line: Line): Promise<Card> => {
  if (line.kind === 'report') {
    const swap =
      record.peer?.interviewer && line.attempt === undefined
        ? [swapButton(record, wordsOf(record))]
        : undefined
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
  if (line.kind === 'note' && /^(?:no-verdicts-yet|retry-first)$/.test(line.note))
    return { ...card, only: record.person }
  if (line.kind === 'question' && line.exercise !== undefined) {
    const attachments = await exhibitOf(world, record, line.exercise)
    if (attachments.length > 0) card.attachments = attachments
  }
  const continued = 'job' in line ? { ...card, continues: thoughtId(record.id, line.job) } : card
  return isStoodIn(world, line)
    ? { ...continued, footer: `${card.footer} · ${scene.words.talk.byStandIn}` }
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
  const { words } = scene
  const { talk } = words
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
        text: line.returned ? talk.partAgain : talk.part,
        footer,
        buttons: buttonsOf(scene),
      }
    case 'marks':
      return marksCard(scene)
    case 'question':
      return { tone: 'interviewer', text: line.text, footer }
    case 'hint':
      return { tone: 'interviewer', title: talk.hint(line), text: line.text, footer }
    case 'silence':
      return { tone: 'interviewer', text: line.text, footer }
    case 'nudge':
      return { tone: 'notice', text: own(nudge(scene, line)), footer }
    case 'interrupt':
      return { tone: 'notice', text: own(interruption(scene, line)), footer }
    case 'thinking-time':
      return {
        tone: 'notice',
        text: talk.think(line),
        footer,
      }
    case 'status':
      return { tone: 'answer', text: status(scene), footer }
    case 'paused':
      return {
        tone: 'notice',
        text: own(talk.paused),
        buttons: resumeButtons(words),
      }
    case 'resumed':
      return {
        tone: 'interviewer',
        text: `${talk.resumed({ stage: titleOf(scene, scene.context.stage) })} ${line.text}`.trim(),
        footer,
      }
    case 'stood-in':
      return { tone: 'notice', text: stoodIn(words, line) }
    case 'rate':
      return rating(scene, talk.rate)
    case 'note':
      return line.note === 'rate-first'
        ? rating(scene, own(words.notes[line.note]))
        : {
            tone: 'notice',
            text: own(words.notes[line.note]) + (line.note === 'finished' ? stagesOf(scene) : ''),
          }
  }
}

/** What `/retry` can be given. */
const stagesOf = ({ flow, words }: Scene): string => {
  const stages = planOf(flow).order.map(({ id }) => id)
  return ` ${words.talk.stages({ stages: stages.join(', ') })}`
}

const titleOf = ({ flow }: Scene, stage: string): string => planOf(flow).stage(stage).title

/** The stage, its place in the order and its clock, such as `Data · 4 of 7 · 1:30 of 10:00`. */
export const statusLine = ({ flow, context, now, words: { talk } }: Scene): string => {
  const { order } = planOf(flow)
  const index = order.findIndex(({ id }) => id === context.stage)
  const stage = order[index]
  if (stage === undefined) return ''
  const whole = clockTime(planned(flow, stage, context.options.minutes))
  const place = talk.of({ part: index + 1, whole: order.length })
  return `${stage.title} · ${place} · ${talk.of({ part: clockTime(spentIn(context, stage.id, now)), whole })}`
}

const status = (scene: Scene): string => {
  const { flow, context, now, words } = scene
  const { talk } = words
  const planned = context.options.minutes * 60_000
  const left = planned - spentInAll(context, now)
  const total = clockTime(planned)
  const ahead = planOf(flow).order.filter(({ id }) => !context.opened.includes(id))
  const stages = ahead.map(({ title }) => title).join(', ')
  const rest = stages === '' ? talk.isLast : talk.ahead({ stages })
  const time =
    left >= 0 ? talk.left({ left: clockTime(left), total }) : talk.over({ over: clockTime(-left), total })
  return `${statusLine(scene)}. ${time} ${rest}`
}

const nudge = (scene: Scene, line: { stage: string; next?: string }): string => {
  const { talk } = scene.words
  const stage = titleOf(scene, line.stage)
  return line.next === undefined
    ? talk.usedUp({ stage })
    : talk.usedUpBefore({ stage, next: titleOf(scene, line.next) })
}

const interruption = (scene: Scene, line: { stage: string; next?: string; moved: boolean }): string => {
  const { talk } = scene.words
  const stage = titleOf(scene, line.stage)
  if (line.moved) return line.next === undefined ? talk.stoppedLast({ stage }) : talk.stopped({ stage })
  return line.next === undefined
    ? talk.wellOverLast({ stage })
    : talk.wellOver({ stage, next: titleOf(scene, line.next) })
}

/** The form comes with every reminder of it, since a terminal that was started anew has not shown it yet. */
const rating = (scene: Scene, text: string): Card => ({
  tone: 'notice',
  text,
  form: ratingForm(scene),
  buttons: [{ label: scene.words.buttons.skip, command: 'skip' }],
})

/** The form in which a person rates the stages that were reached. */
export const ratingForm = (scene: Scene): Form => ({
  id: 'rate',
  title: scene.words.talk.rating,
  fields: scene.context.opened.map((stage) => ({
    name: stage,
    label: titleOf(scene, stage),
    optional: true,
    choices: ['1', '2', '3', '4'].map((value) => ({ value, label: value })),
  })),
})
