/** What a model's judgement is worth: only what rests on the candidate's own words counts. */
import { FUNCTION_WORDS } from '../flow/function-words.ts'
import { orders } from '../flow/orders.ts'
import { words } from '../flow/words.ts'
import { folded } from '../interview/transcript.ts'
import type { Judgement, Verdict } from '../interview/verdict.ts'
import { unfenced } from '../prompt/fence.ts'
import type { JudgeAnswer } from '../prompt/judge-answer.ts'
import { upheld } from './evidence.ts'
import type { Case } from './grader.ts'

/**
 * The answer as a judgement. A verdict above 0 is a miss where its quote is not found, says nothing, gives an order, or
 * only repeats what was said to the candidate.
 */
export const grounded = (answer: JudgeAnswer, { answers, given }: Case, by: string): Judgement => {
  const echoes = given.map((text) => folded(text).toLowerCase())
  const verdicts = answer.verdicts.map(({ criterion, verdict, quote, reason }): Verdict => {
    const plain = unfenced(quote)
    if (verdict === 0) return { criterion, verdict, quote: plain, reason }
    const void_ = worthless(plain, echoes)
    return void_ === undefined
      ? { criterion, verdict, quote: plain, reason }
      : { criterion, verdict: 0, quote: '', reason: void_ }
  })
  const flags = answer.flags.map(({ criterion, says, quote }) => ({
    criterion,
    says,
    quote: unfenced(quote),
    entry: UNKNOWN,
  }))
  return upheld({ verdicts, flags, by, assessed: true }, answers)
}

/** Whether a text gives orders to the judge; what is told of a candidate may be about the problem. */
export const ordering = (text: string): boolean => {
  const all = words(text.slice(0, READ))
  return orders(all).some(({ from }) => all[from]?.text !== 'candidate')
}

/** The entry of a flag is found by its quote. */
const UNKNOWN = -1
const READ = 20_000
/** A quote of fewer words may stand in a question by chance. */
const ECHO = 5

const worthless = (quote: string, echoes: readonly string[]): string | undefined => {
  const all = words(quote)
  if (all.every(({ text }) => FUNCTION_WORDS.has(text))) return 'Its quote says nothing.'
  if (ordering(quote)) return 'Its quote is an order to the judge.'
  const text = folded(quote).toLowerCase()
  if (all.length >= ECHO && echoes.some((echo) => echo.includes(text)))
    return 'Its quote repeats what was said before.'
  return undefined
}
