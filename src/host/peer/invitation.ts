/** Asking somebody into an interview between two people. Nobody is drafted: it begins when they accept, or not at all. */
import { createHash } from 'node:crypto'
import { plain } from '../../interview/markdown/plain.ts'
import type { Message } from '../../mailbox/mailbox.ts'
import type { Card } from '../../platform/card.ts'
import type { Heard } from '../../platform/platform.ts'
import type { Words } from '../../words/words.ts'
import { isLost, tell } from '../aside.ts'
import { wordsFor } from '../language.ts'
import type { Letter } from '../letter.ts'
import { keys } from '../record.ts'
import { DAY } from '../retention.ts'
import { update } from '../update.ts'
import { voiceAt } from '../voice.ts'
import { Unmet } from '../wish.ts'
import type { Speaking, World } from '../world.ts'

export type Invitation = {
  /** Which asking it is: of the same two there may be others. */
  of: string
  asker: string
  /** What the one who asks is called. */
  called: string
  asked: string
  /** One of the two answers, the other one interviews. */
  candidate: string
  interviewer: string
  /** Where it was asked for, and is to be held. */
  place: string
  flow: string
  problem: string
  level: string
  minutes: string
  /** Of the interview, where one was chosen or told. */
  language?: string
  /** It is lost where they have accepted and nothing could begin. */
  state: 'open' | 'accepted' | 'declined' | 'lost'
}

/** Under what an invitation is kept: one person asks another once at a time. */
export const pairOf = (asker: string, asked: string): string =>
  createHash('sha256').update(`${asker}\n${asked}`).digest('hex').slice(0, 16)

/** Asks, and sees to it that the question does not stand for ever. */
export const invite = async (
  world: Speaking,
  invitation: Invitation,
  title: string,
  again: boolean,
): Promise<Card> => {
  const { asker, asked, of } = invitation
  const pair = pairOf(asker, asked)
  const known = (await world.memory.load<Invitation>(keys.invitation(pair)))?.value
  if (known && known.of !== of && (known.state === 'open' || known.state === 'declined'))
    throw new Unmet(refusalOf(known.state))
  await update<Invitation>(world.memory, keys.invitation(pair), (kept) =>
    kept?.of === of ? kept : invitation,
  )
  const lapse: Letter = { type: 'lapse', pair, of }
  const at = world.clock.now() + DAY
  await world.mailbox.post(lapse, { key: keys.visit(asked), id: `${pair}.${of}.lapse`, at })
  const theirs = await wordsFor(world, { person: asked })
  try {
    await voiceAt(world, asked)(question(invitation, title, pair, theirs), `${pair}.${of}.question`, again)
  } catch (error) {
    if (!isLost(error)) throw error
    await world.memory.forget(keys.invitation(pair))
    throw new Unmet((words) => words.invitation.unreachable({ reason: error.message }))
  }
  return { tone: 'answer', text: world.words.invitation.sent({ title }) }
}

const refusalOf =
  (state: 'open' | 'declined') =>
  (words: Words): string =>
    state === 'open' ? words.invitation.open : words.invitation.declined

const question = (
  { called, asked, interviewer, of, ...rest }: Invitation,
  title: string,
  pair: string,
  { invitation: says, buttons }: Words,
): Card => ({
  tone: 'answer',
  title: says.title,
  text: [
    (interviewer === asked ? says.asks : says.offers)({ ...rest, name: plain(called), title }),
    says.kept,
  ].join('\n\n'),
  only: asked,
  buttons: [
    { label: buttons.accept, command: 'peer', args: { accept: pair, of } },
    { label: buttons.decline, command: 'peer', args: { decline: pair, of } },
  ],
})

/** The invitation that a press is about; throws `Unmet` where it is not theirs, or answered by an earlier press. */
export const invitationFor = async (
  { memory }: World,
  { person }: Heard,
  { pair, of = '' }: { pair: string; of: string | undefined },
  may: (state: Invitation['state']) => boolean,
): Promise<Invitation> => {
  const found = (await memory.load<Invitation>(keys.invitation(pair)))?.value
  if (found?.asked === person && found.of === of && may(found.state)) return found
  throw new Unmet((words) => words.invitation.closed)
}

/** Notes what became of it. */
export const settle = async (
  { memory }: World,
  invitation: Invitation,
  state: Invitation['state'],
): Promise<void> => {
  const key = keys.invitation(pairOf(invitation.asker, invitation.asked))
  await update<Invitation | undefined>(memory, key, (kept) =>
    kept?.of === invitation.of && kept.state !== state ? { ...kept, state } : kept,
  )
}

/** Tells the one who asked what became of it, where they asked. */
export const tellAsker = async (
  world: World,
  { asker, place }: Invitation,
  says: (words: Words) => string,
  id: string,
  again: boolean,
): Promise<void> => {
  const text = says(await wordsFor(world, { person: asker }))
  await tell(world, { person: asker, place }, { tone: 'notice', text }, id, again)
}

/** An invitation has stood for a day: one that nobody answered lapses, and both are told. */
export const lapse = async (
  world: World,
  { pair, of }: Extract<Letter, { type: 'lapse' }>,
  { id, attempt }: Message,
): Promise<void> => {
  const found = (await world.memory.load<Invitation>(keys.invitation(pair)))?.value
  if (found?.of !== of) return
  if (found.state === 'open') {
    const { asked } = found
    const again = attempt > 1
    await tellAsker(world, found, ({ invitation }) => invitation.lapsed, `${id} told`, again)
    const text = (await wordsFor(world, { person: asked })).invitation.lapsedForYou
    await tell(world, { person: asked, place: asked }, { tone: 'notice', text }, `${id} lapsed`, again)
  }
  await world.memory.forget(keys.invitation(pair))
}
