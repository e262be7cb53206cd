/** Whether a judgement rests on words that were really said. */
import { type Answer, folded } from '../interview/transcript.ts'
import type { Judgement, Verdict } from '../interview/verdict.ts'

/**
 * The judgement with every verdict above 0 turned into a miss unless its quote stands in one of the candidate's
 * messages; only white space and typographic quotation marks may differ. `entry` names the message.
 */
export const upheld = (judgement: Judgement, answers: readonly Answer[]): Judgement => {
  const said = answers.map(({ entry, text }) => ({ entry, text: folded(text) }))
  const holding = (quote: string, entry: number | undefined): number | undefined => {
    const words = folded(quote)
    if (words === '') return undefined
    const all = said.filter(({ text }) => text.includes(words))
    return (all.find((one) => one.entry === entry) ?? all[0])?.entry
  }
  const checked = (verdict: Verdict): Verdict => {
    if (isPlainMiss(verdict)) return verdict
    const entry = holding(verdict.quote, verdict.entry)
    if (entry !== undefined) return { ...verdict, entry }
    const { entry: _, ...rest } = verdict
    if (verdict.verdict === 0) return { ...rest, quote: '' }
    return { ...rest, verdict: 0, quote: '', reason: 'Its quote is not found in what was said.' }
  }
  const flags = judgement.flags.flatMap((flag) => {
    const entry = holding(flag.quote, flag.entry)
    return entry === undefined ? [] : [{ ...flag, entry }]
  })
  return { ...judgement, verdicts: judgement.verdicts.map(checked), flags }
}

/** Most verdicts on a single message are misses that rest on nothing. */
const isPlainMiss = ({ verdict, quote, entry }: Verdict): boolean =>
  verdict === 0 && quote === '' && entry === undefined
