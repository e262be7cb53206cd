/** The move that a reply makes is one that the stage allows: the machine keeps stages and clock. */
import { reaches } from '../../flow/flow.ts'
import { folded } from '../../interview/transcript.ts'
import { open } from '../probes.ts'
import type { Check, Draft, Talk } from './draft.ts'

/** Before this share of a stage nobody is led on from what is core and was never asked about. */
const LATE = 0.9

/** A question is about something open; what names it comes after an open question; nothing is left too early. */
export const move: Check = (draft, talk) => {
  if (talk.purpose !== 'turn')
    return draft.move === talk.purpose ? undefined : `the move is "${talk.purpose}"`
  return MOVES[draft.move]?.(draft, talk) ?? over(draft, talk) ?? subject(draft, talk)
}

const asks = ({ say }: Draft): boolean => /[?？؟]/.test(say)

const asking: Check = ({ move: name, criterion, named }, { probed }) => {
  if (criterion === null) return `a "${name}" is about a criterion; name it`
  if ((named || name === 'press') && !probed[criterion])
    return `${criterion} was not asked about openly yet; ask without naming what you look for`
  return undefined
}

const advancing: Check = (draft, talk) => {
  if (asks(draft)) return 'who leads on to the next stage asks nothing'
  const left = open(talk).find(
    ({ id, core }) => core !== undefined && reaches(talk.options.level, core) && !talk.probed[id],
  )
  return left && talk.elapsed < LATE
    ? `it is too early to lead on: ${left.id} was not asked about`
    : undefined
}

const never: Check = ({ move: name }) => `"${name}" is no move of a turn`

const MOVES: Readonly<Record<Draft['move'], Check>> = {
  open: never,
  return: never,
  twist: never,
  fact: ({ facts }) => (facts.length > 0 ? undefined : 'a "fact" names the fact it tells'),
  assume: ({ unknown }, talk) =>
    verbatim(unknown, talk).length > 0
      ? undefined
      : 'an "assume" names the question for which no fact is held, word for word',
  probe: asking,
  challenge: asking,
  press: asking,
  redirect: () => undefined,
  advance: advancing,
}

/** Once the time of an exam's stage is over, what was asked for is told and nothing else is asked. */
const over: Check = (draft, { options, elapsed }) =>
  options.mode === 'exam' && elapsed >= 1 && (asks(draft) || draft.move === 'redirect')
    ? 'the time of the stage is over: tell what was asked for, or lead on, and ask nothing'
    : undefined

const subject: Check = ({ criterion }, talk) => {
  const ids = open(talk).map(({ id }) => id)
  if (criterion === null || ids.includes(criterion)) return undefined
  return `${criterion} is not open here; ${ids.length > 0 ? `open are ${ids.join(', ')}` : 'nothing is: lead on'}`
}

/** The texts that stand word for word in the candidate's messages of this turn. */
export const verbatim = (texts: readonly string[], { said }: Pick<Talk, 'said'>): string[] => {
  const all = said.map(({ text }) => folded(text))
  return texts.filter((text) => folded(text) !== '' && all.some((one) => one.includes(folded(text))))
}
