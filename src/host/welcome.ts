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
  const { level, minutes, mode, peer } = context.options
  const manner = peer
    ? 'one of you asks, the bot keeps time'
    : mode === 'exam'
      ? 'exam mode: no hints, and the clock decides'
      : 'coach mode: hints on request, the clock only reminds'
  return {
    tone: 'answer',
    title: problem.title,
    text: [
      `${flow.title}, ${minutes} minutes, ${level} level, ${manner}.`,
      ...(flow.part ? [asTyped(flow.about, prefix)] : []),
      ...(peer ? [`**${problem.opening}**`] : []),
      asTyped(peer ? BETWEEN_TWO : ANSWERING, prefix),
      await terms(world, record),
    ].join('\n\n'),
  }
}

const ANSWERING = 'Type your answers as you would say them; /help lists what else you can type.'
const BETWEEN_TWO =
  'Talk as you would across a table: your interviewer asks, you answer, and either of you goes on with /next. ' +
  'At the end both of you fill in a form and the bot grades by itself; nobody sees any of it before all is in.'

/** Who can see the talk, what is kept of it and for how long, and who judges. */
const terms = async (world: World, { audience, place, peer }: InterviewRecord): Promise<string> => {
  const { retention } = await rulesAt(world.memory, place)
  const kept = retention === null ? '' : ` It is removed ${retention} days after the interview is over.`
  const seen = platformAt(world, place).limits.places === true ? (peer ? PEERS : AUDIENCES)[audience] : ''
  return seen + world.settings.notice + kept
}

const PEERS: Readonly<Record<InterviewRecord['audience'], string>> = {
  you: '',
  members: 'The members of this channel can read along; the report goes to the two of you. ',
  outsiders:
    'Everybody in this channel can read along, people of other organisations among them; ' +
    'the report goes to the two of you. ',
  everyone: 'Everybody in this workspace can read along; the report goes to the two of you. ',
}
const AUDIENCES: Readonly<Record<InterviewRecord['audience'], string>> = {
  you: 'Nobody but you can read along. ',
  members:
    'The members of this channel can read along, and only your words count; the report goes to you alone. ',
  outsiders:
    'Everybody in this channel can read along, people of other organisations among them, and only your words count; ' +
    'the report goes to you alone. ',
  everyone:
    'Everybody in this workspace can read along, and only your words count; the report goes to you alone. ',
}
