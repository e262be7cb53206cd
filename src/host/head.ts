/** The card at the head of an interview: which problem, at what level, how far it is. It is revised as stages pass. */
import type { Line } from '../interview/effects.ts'
import { spentInAll } from '../interview/pace.ts'
import type { Phase } from '../interview/phase.ts'
import { planOf } from '../interview/plan.ts'
import type { Card } from '../platform/card.ts'
import { PlatformFault, type Receipt } from '../platform/platform.ts'
import { buttonsOf, resumeButtons } from './buttons.ts'
import { formatOf } from './format.ts'
import type { InterviewRecord } from './record.ts'
import { type Scene, sceneOf } from './scene.ts'
import { platformAt } from './voice.ts'
import { clockTime } from './words.ts'
import type { World } from './world.ts'

/** The card as it now is. */
export const headOf = (scene: Scene): Card => {
  const { flow, problem, context, phase, now, words } = scene
  const { level, minutes, mode, peer } = context.options
  const stages = planOf(flow).order.map(({ id, title }) => {
    if (!context.opened.includes(id)) return title
    return id === context.stage && phase === 'talk' ? `**${title}**` : `~~${title}~~`
  })
  const format = formatOf(flow) === undefined ? '' : `${formatOf(flow)}. `
  const terms = peer ? words.talk.termsOfTwo({ level, minutes }) : words.talk.terms({ level, minutes, mode })
  const spent = words.talk.of({ part: clockTime(spentInAll(context, now)), whole: `${minutes}:00` })
  return {
    tone: 'answer',
    title: problem.title,
    text: [`${format}${terms}`, stages.join(' → ')].join('\n\n'),
    footer: `${stateOf(scene)} · ${spent}`,
    buttons: phase === 'talk' ? buttonsOf(scene) : phase === 'paused' ? resumeButtons(words) : [],
    head: { name: nameOf(scene), open: phase !== 'reported' },
  }
}

/** What a place is called: the problem, and how far its interview is. */
const nameOf = ({ flow, problem: { title }, context, phase, words: { placed } }: Scene): string => {
  const far: Readonly<Record<Phase, string | undefined>> = {
    setup: undefined,
    talk: planOf(flow).order.find(({ id }) => id === context.stage)?.title,
    ...placed,
    teaching: placed.grading,
  }
  return far[phase] === undefined ? title : `${title} · ${far[phase]}`
}

const stateOf = ({ phase, context, words: { states } }: Scene): string => {
  if (phase === 'talk' && context.retrying !== null) return states.retry
  return states[phase === 'teaching' ? 'grading' : phase]
}

/** What is said when that card shows something else from then on. */
const TELLING: readonly Line['kind'][] = ['stage', 'part', 'paused', 'resumed', 'rate', 'report']

/** Brings the card at the head of an interview up to date, where what was said just now changed what it shows. */
export const reviseHead = async (world: World, record: InterviewRecord): Promise<void> => {
  const { board, outbox } = record
  const changed = outbox.effects.some((effect) => effect.type === 'say' && TELLING.includes(effect.line.kind))
  if (!board || !changed) return
  await revised(world, board, headOf(await sceneOf(world, record)))
}

/** Shows a card in place of one shown before; where that fails, the old one stays and nobody is held up. */
export const revised = async (world: World, receipt: Receipt, card: Card): Promise<void> => {
  try {
    await platformAt(world, receipt.place).revise(receipt, card)
  } catch (error) {
    if (!(error instanceof PlatformFault)) throw error
    world.log('warn', 'a card is not up to date', { place: receipt.place, reason: error.message })
  }
}
