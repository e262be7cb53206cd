/** The card at the head of an interview: which problem, at what level, how far it is. It is revised as stages pass. */
import type { Line } from '../interview/effects.ts'
import { spentInAll } from '../interview/pace.ts'
import { planOf } from '../interview/plan.ts'
import type { Card } from '../platform/card.ts'
import { PlatformFault, type Receipt } from '../platform/platform.ts'
import { buttonsOf, RESUME } from './buttons.ts'
import { formatOf } from './format.ts'
import type { InterviewRecord } from './record.ts'
import { type Scene, sceneOf } from './scene.ts'
import { platformAt } from './voice.ts'
import { clockTime } from './words.ts'
import type { World } from './world.ts'

/** The card as it now is. */
export const boardOf = ({ flow, problem, context, value, now }: Scene): Card => {
  const { level, minutes, mode, peer } = context.options
  const stages = planOf(flow).order.map(({ id, title }) => {
    if (!context.opened.includes(id)) return title
    return id === context.stage && typeof value === 'object' ? `**${title}**` : `~~${title}~~`
  })
  const format = formatOf(flow) === undefined ? '' : `${formatOf(flow)}. `
  const spent = `${clockTime(spentInAll(context, now))} of ${minutes}:00`
  return {
    tone: 'answer',
    title: problem.title,
    text: [
      `${format}${capital(level)} level, ${minutes} minutes, ${peer ? 'one person interviews another' : `${mode} mode`}.`,
      stages.join(' → '),
    ].join('\n\n'),
    footer: `${stateOf(value, context.retrying !== null)} · ${spent}`,
    buttons: typeof value === 'object' ? buttonsOf({ context }) : value === 'paused' ? RESUME : [],
    head: { name: nameOf(problem.title, value, stageOf(flow, context.stage)), open: value !== 'reported' },
  }
}

const stageOf = (flow: Scene['flow'], stage: string): string | undefined =>
  planOf(flow).order.find(({ id }) => id === stage)?.title

/** What a place is called: the problem, and how far its interview is. */
const nameOf = (title: string, value: Scene['value'], stage: string | undefined): string => {
  if (typeof value === 'object') return stage === undefined ? title : `${title} · ${stage}`
  return value === 'setup' ? title : `${title} · ${PLACED[value] ?? 'over'}`
}

const PLACED: Readonly<Record<string, string>> = { paused: 'paused', reported: 'finished' }

const stateOf = (value: Scene['value'], retrying: boolean): string => {
  if (typeof value === 'object') return retrying ? 'A stage is tried again' : 'Under way'
  return STATES[value] ?? 'Under way'
}

const STATES: Readonly<Record<string, string>> = {
  setup: 'About to begin',
  paused: 'Paused',
  debrief: 'Over; the own rating is still to come',
  grading: 'Over; being graded',
  reported: 'Finished',
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** What is said when the board shows something else from then on. */
const TELLING: readonly Line['kind'][] = ['stage', 'part', 'paused', 'resumed', 'rate', 'report']

/** Brings the board of an interview up to date, where what was said just now changed what it shows. */
export const reviseBoard = async (world: World, record: InterviewRecord): Promise<void> => {
  const { board, outbox } = record
  const changed = outbox.effects.some((effect) => effect.type === 'say' && TELLING.includes(effect.line.kind))
  if (!board || !changed) return
  await revised(world, board, boardOf(await sceneOf(world, record)))
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
