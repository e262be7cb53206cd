/** What it took to have answers judged by a model, and how far the model agreed with itself. */
import type { SingleGrade } from './single.ts'
import { percent, tableOf } from './table.ts'

/** Calls, tokens and money; no cost is known where the model is not in the price table. */
export type Spent = { calls: number; sent: number; cached: number; received: number; cost: number | null }

export type Asking = {
  /** The model and its host, and name and version of the prompt. */
  model: string
  prompt: string
  judged: number
  /** Answers without a judgement, with the reason; they are in no other figure. */
  failed: { id: string; why: string }[]
  /** Answers in other languages, whose label says that rules cannot read them: they are not put to a model. */
  foreign: number
  /** Criteria that were put to the model twice, those with the same mark both times, and where it was two off the rules. */
  agreement: { asked: number; same: number; share: number | null; differ: number; settledByRules: number }
  spent: Spent & { currency: string }
}

/** How far the calls agreed over all grades. */
export const agreementIn = (grades: readonly SingleGrade[]): Asking['agreement'] => {
  const all = grades.flatMap(({ agreement }) => agreement ?? [])
  const asked = all.reduce((sum, one) => sum + one.asked, 0)
  const same = all.reduce((sum, one) => sum + one.same, 0)
  const differ = all.flatMap((one) => one.differ)
  const settledByRules = differ.filter(({ beside, settled }) => beside === settled).length
  return { asked, same, share: asked === 0 ? null : same / asked, differ: differ.length, settledByRules }
}

/** All of it together; a single unknown cost makes the sum unknown. */
export const spentIn = (all: readonly Spent[]): Spent =>
  all.reduce(
    (sum, one) => ({
      calls: sum.calls + one.calls,
      sent: sum.sent + one.sent,
      cached: sum.cached + one.cached,
      received: sum.received + one.received,
      cost: sum.cost === null || one.cost === null ? null : sum.cost + one.cost,
    }),
    { calls: 0, sent: 0, cached: 0, received: 0, cost: 0 },
  )

/** A section for the page of an evaluation. */
export const askingMarkdown = ({ model, prompt, failed, foreign, agreement, spent }: Asking): string => {
  const { asked, share, differ, settledByRules } = agreement
  const { calls, sent, cached, received, cost, currency } = spent
  const apart =
    differ === 0
      ? ''
      : ` On ${differ} of them the model was two off the rules; the third call went with the rules on ${settledByRules}.`
  return [
    '## What the model was asked',
    `${model}, ${prompt}. Each of ${whole(asked)} criteria was put to it twice, in different order: ${percent(share)} got the same mark.${apart}`,
    tableOf(
      ['calls', 'sent', 'of them cached', 'received', `cost, ${currency}`],
      [
        [
          whole(calls),
          whole(sent),
          sent === 0 ? '-' : percent(cached / sent),
          whole(received),
          cost === null ? 'unknown' : cost.toFixed(4),
        ],
      ],
      [],
    ),
    ...(foreign === 0
      ? []
      : [
          `${foreign} answers in other languages are left out: their label says that rules cannot read them, and a model can.`,
        ]),
    ...(failed.length === 0 ? [] : [failures(failed)]),
  ].join('\n\n')
}

const failures = (failed: Asking['failed']): string =>
  [
    `**${failed.length} ${failed.length === 1 ? 'answer' : 'answers'} could not be judged** and are in no figure; the same command tries them again:`,
    ...failed.map(({ id, why }) => `- ${id}: ${why}`),
  ].join('\n')

const whole = (value: number): string => value.toLocaleString('en-US')
