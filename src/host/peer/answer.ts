/** What two people can ask for before and after an interview between them: `peer`, and the buttons that stand for it. */
import { isOneQuestion } from '../../flow/flow.ts'
import { isOver } from '../../interview/phase.ts'
import type { Card } from '../../platform/card.ts'
import { type Heard, tenantOf } from '../../platform/platform.ts'
import type { Words } from '../../words/words.ts'
import { isLost } from '../aside.ts'
import { preferred, runningAt } from '../begin.ts'
import { barring, channelOf } from '../channel.ts'
import { type InterviewRecord, partOf } from '../record.ts'
import { create, idOf } from '../start.ts'
import { allow, allowAt, askingAt, defaultsFor } from '../team.ts'
import { platformAt, prefixAt } from '../voice.ts'
import { Unmet, type Wish, wishOf } from '../wish.ts'
import { asTyped } from '../words.ts'
import type { Speaking, World } from '../world.ts'
import { type Invitation, invitationFor, invite, settle, tellAsker } from './invitation.ts'
import { unseenProblem } from './unseen.ts'

type Args = Readonly<Record<string, string>>

/** Does what was asked for, or says what is in the way. */
export const peerCard = async (world: Speaking, heard: Heard, args: Args, again: boolean): Promise<Card> => {
  try {
    if (args.accept !== undefined) return await accept(world, heard, args, again)
    if (args.decline !== undefined) return await decline(world, heard, args, again)
    if (args.swap !== undefined) return await swap(world, heard, args.swap, again)
    return await ask(world, heard, args, again)
  } catch (error) {
    if (!(error instanceof Unmet)) throw error
    return { tone: 'answer', text: error.says(world.words) }
  }
}

const ask = async (world: Speaking, heard: Heard, args: Args, again: boolean): Promise<Card> => {
  const { person, place } = heard
  const { person: other = '', problem, level, minutes } = args
  const { places } = platformAt(world, place).limits
  if (places !== true) throw new Unmet(({ peer }) => peer.noPlace({ reason: places }))
  if (other === person) throw new Unmet(({ peer }) => asTyped(peer.oneself, prefixAt(world, place)))
  if (!/^[^/]+\/[^/]+$/.test(other) || tenantOf(other) !== tenantOf(person))
    throw new Unmet(({ peer }) => peer.who)
  if (heard.alone || tenantOf(place) !== tenantOf(person)) throw new Unmet(({ peer }) => peer.where)
  const barred = barring((await askingAt(world, place)).channel, heard)
  if (barred !== undefined) throw new Unmet(barred)
  const two = { candidate: person, interviewer: other, asker: person, asked: other }
  return propose(world, heard, { ...two, place, given: { problem, level, minutes } }, again)
}

type Proposal = Pick<Invitation, 'candidate' | 'interviewer' | 'asker' | 'asked' | 'place'> & {
  given: Readonly<Record<'problem' | 'level' | 'minutes', string | undefined>>
}

const propose = async (world: Speaking, heard: Heard, proposal: Proposal, again: boolean): Promise<Card> => {
  const { given, ...two } = proposal
  const asking = await askingAt(world, two.place, heard.locale)
  if (!asking.channel.spectators) throw new Unmet(({ peer }) => peer.unwatched)
  allowAt(asking.rules, two.place, prefixAt(world, two.place))
  const people = [two.candidate, two.interviewer]
  const problem = given.problem ?? (await unseenProblem(world.memory, asking.bank, people))
  const liked = await preferred(world, { person: two.candidate })
  const { flow, level: usual, minutes: long, language } = defaultsFor(asking, liked)
  const { level = usual, minutes = long } = given
  const wish = wishFor(world, { flow, problem, level, minutes, language })
  allow({ rules: { ...asking.rules, modes: [] }, channel: { ...asking.channel, modes: [] } }, wish)
  const terms = {
    ...{ flow: wish.flow.id, problem, level: wish.level, minutes: String(wish.minutes) },
    ...(wish.language !== undefined && { language: wish.language }),
  }
  // Where nobody has said a name, the platform's own will do.
  const called = heard.called ?? heard.person.slice(heard.person.indexOf('/') + 1)
  const asked = { ...two, ...terms, called, state: 'open' as const, of: idOf(heard) }
  return invite(world, asked, wish.problem.title, again)
}

/** Between two people there are no hints to be had and no clock that decides: the mode is theirs. */
const wishFor = ({ library }: World, given: Readonly<Record<string, string | undefined>>): Wish => {
  const named = Object.entries(given).filter((one): one is [string, string] => one[1] !== undefined)
  const wish = wishOf(library.bank, { ...Object.fromEntries(named), mode: 'coach' })
  if (isOneQuestion(wish.flow)) throw new Unmet(({ peer }) => peer.oneQuestion)
  return wish
}

/** The same two, the other way round, on a problem that is new to both; who may begin was settled the first time. */
const swap = async (world: Speaking, heard: Heard, id: string, again: boolean): Promise<Card> => {
  const record = await partOf(world.memory, heard.person, id)
  const interviewer = record?.peer?.interviewer
  if (!record || !interviewer || !isOver(record)) throw new Unmet(({ peer }) => peer.nobody)
  const { level, minutes } = record.interview.snapshot.context.options
  const asked = heard.person === interviewer ? record.person : interviewer
  const two = { candidate: interviewer, interviewer: record.person, asker: heard.person, asked }
  const given = { problem: undefined, level, minutes: String(minutes) }
  return propose(world, heard, { ...two, place: channelOf(record.place), given }, again)
}

const accept = async (world: Speaking, heard: Heard, args: Args, again: boolean): Promise<Card> => {
  const { accept: pair = '', of } = args
  const mine = (state: Invitation['state']) => state === 'open' || (again && state !== 'declined')
  const invitation = await invitationFor(world, heard, { pair, of }, mine)
  const id = `peer ${pair} ${invitation.of}`
  try {
    const begun = await beginFor(world, invitation, { id, at: heard.at }, again)
    // Only now: an invitation to what could not begin is not used up.
    await settle(world, invitation, 'accepted')
    const link = begun.board?.link
    const spot = { place: begun.place }
    const accepted = ({ peer }: Words) =>
      link === undefined ? peer.accepted(spot) : peer.acceptedIn({ link })
    await tellAsker(world, invitation, accepted, `${id} accepted`, again)
    const { peer } = world.words
    const held = link === undefined ? peer.held(spot) : peer.heldIn({ link })
    return { tone: 'answer', text: invitation.interviewer === heard.person ? `${held} ${peer.alone}` : held }
  } catch (error) {
    const reason = reasonOf(error)
    if (reason === undefined) throw error
    const lost = (words: Words): string => words.peer.lost({ reason: reason(words) })
    await tellAsker(world, invitation, lost, `${id} lost`, again)
    await settle(world, invitation, 'lost')
    throw new Unmet(lost)
  }
}

/** The interview that two have agreed on, at the place where it was asked for or beside what runs there. */
const beginFor = async (
  world: World,
  invitation: Invitation,
  { id, at: now }: { id: string; at: number },
  again: boolean,
): Promise<InterviewRecord> => {
  const { flow, problem, level, minutes, language, candidate, interviewer, place } = invitation
  const heard: Heard = { type: 'command', command: 'peer', args: {}, person: candidate, place, id, at: now }
  const wish = wishFor(world, { flow, problem, level, minutes, language })
  const at = (await runningAt(world, place)) ? channelOf(place) : place
  const begun = await create(world, { wish, heard, at, again, privately: false, interviewer })
  if (begun.id !== idOf(heard)) throw new Unmet(({ peer }) => peer.another)
  return begun
}

/** Why nothing can begin; nothing where that is not for the two of them to know. */
const reasonOf = (error: unknown): ((words: Words) => string) | undefined => {
  if (error instanceof Unmet) return error.says
  return isLost(error) ? () => error.message : undefined
}

const decline = async (world: Speaking, heard: Heard, args: Args, again: boolean): Promise<Card> => {
  const { decline: pair = '', of } = args
  const mine = (state: Invitation['state']) => state === 'open' || (again && state === 'declined')
  const invitation = await invitationFor(world, heard, { pair, of }, mine)
  await settle(world, invitation, 'declined')
  const declined = ({ peer }: Words): string => peer.theyDeclined
  await tellAsker(world, invitation, declined, `peer ${pair} ${invitation.of} declined`, again)
  return { tone: 'answer', text: world.words.peer.youDeclined }
}
