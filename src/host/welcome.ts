/** How an interview begins, for the person who takes it. */
import type { Card } from '../platform/card.ts'
import type { InterviewRecord } from './record.ts'
import type { Scene } from './scene.ts'
import { rulesAt } from './team.ts'
import { platformAt, prefixAt } from './voice.ts'
import { asTyped } from './words.ts'
import type { World } from './world.ts'

/** The first words of an interview: what it is, how to answer, and its terms. */
export const welcome = async (world: World, record: InterviewRecord, scene: Scene): Promise<Card> => {
  const { flow, problem, context } = scene
  const prefix = prefixAt(world, record.place)
  const { level, minutes, mode } = context.options
  const manner =
    mode === 'exam'
      ? 'exam mode: no hints, and the clock decides'
      : 'coach mode: hints on request, the clock only reminds'
  return {
    tone: 'answer',
    title: problem.title,
    text: [
      `${flow.title}, ${minutes} minutes, ${level} level, ${manner}.`,
      asTyped('Type your answers as you would say them; /help lists what else you can type.', prefix),
      await terms(world, record),
    ].join('\n\n'),
  }
}

/** Who can see the talk, what is kept of it and for how long, and who judges. */
const terms = async (world: World, { audience, place }: InterviewRecord): Promise<string> => {
  const { retention } = await rulesAt(world.memory, place)
  const kept = retention === null ? '' : ` It is removed ${retention} days after the interview is over.`
  const seen = platformAt(world, place).limits.places === true ? AUDIENCES[audience] : ''
  return seen + world.settings.notice + kept
}

const AUDIENCES: Readonly<Record<InterviewRecord['audience'], string>> = {
  you: 'Nobody but you can read along. ',
  members:
    'The members of this channel can read along, and only your words count; the report goes to you alone. ',
  everyone:
    'Everybody in this workspace can read along, and only your words count; the report goes to you alone. ',
}
