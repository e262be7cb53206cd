/** Where in a talk some words stand. A score points at the very message it rests on. */
import type { Entry } from '../transcript.ts'
import { answers, folded } from '../transcript.ts'

/** The place of some words in a talk. */
export type Where = {
  /** Index of the transcript entry. */
  entry: number
  /** The stage that was open when it was said, which need not be the criterion's. */
  stage: string
  /** Milliseconds since 1970. */
  at: number
  /** Whole minutes since the interview began. */
  minute: number
  /** Leads to the message for good, where the platform has links. */
  link?: string
}

/** Finds words of the candidate; null when no standing message of that attempt holds them. */
export type Finder = (quote: string, entry?: number, attempt?: number) => Where | null

/** Searches the candidate's messages as they finally stand; white space and the style of quotation marks may differ. */
export const finder = (log: readonly Entry[], began: number): Finder => {
  const said = answers(log).map((answer) => ({ ...answer, text: folded(answer.text) }))
  return (quote, entry, attempt = 0) => {
    const words = folded(quote)
    if (words === '') return null
    const holding = said.filter((one) => one.attempt === attempt && one.text.includes(words))
    const found = holding.find((one) => one.entry === entry) ?? holding[0]
    if (found === undefined) return null
    const minute = Math.max(0, Math.floor((found.at - began) / 60_000))
    const { stage, at, link } = found
    return { entry: found.entry, stage, at, minute, ...(link !== undefined && { link }) }
  }
}
