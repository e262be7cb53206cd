/** What a drawing in a chat message earns: structure counts, and a list of terms with arrows between them does not. */
import { folded } from '../../interview/transcript.ts'
import type { Verdict } from '../../interview/verdict.ts'
import { diagramIn } from '../../numbers/diagram/chat.ts'
import type { Diagram } from '../../numbers/diagram/diagram.ts'
import { readDiagram } from '../../numbers/diagram/read.ts'
import { waysOf } from '../../numbers/diagram/ways.ts'
import type { Case } from '../grader.ts'
import type { Drawn } from './finding.ts'
import { loggingBack, twoPaths } from './offline.ts'
import { callerToEffect, contractOfCall, whenAnswered, withoutModel } from './online.ts'
import { pipelineSteps } from './pipeline.ts'

const LOOKS = [
  callerToEffect,
  twoPaths,
  loggingBack,
  whenAnswered,
  contractOfCall,
  withoutModel,
  pipelineSteps,
]

/** Verdicts above 0 for what the drawing of a message shows, each with a line of it verbatim; never throws. */
export const drawnVerdicts = (text: string, given: readonly string[] = []): Verdict[] => {
  const written = diagramIn(text)
  if (written === undefined || isCopied(written, given)) return []
  const diagram = diagramOf(written)
  if (diagram === undefined || isRepeated(written, diagram)) return []
  const ways = waysOf(diagram)
  return LOOKS.flatMap((look) => {
    const drawn = look(ways)
    const quote = drawn && quoteOf(text, written, drawn)
    return drawn && quote ? [{ criterion: drawn.criterion, verdict: drawn.mark, quote, reason: REASON }] : []
  })
}

const REASON = 'The drawing shows it.'

/** The verdicts with what drawings show, of two the better one; where a warning stands (`kept`), nothing is added. */
export const withDrawn = (
  verdicts: readonly Verdict[],
  { answers, given }: Pick<Case, 'answers' | 'given'>,
  kept: ReadonlySet<string>,
): Verdict[] => {
  const drawn = answers.flatMap(({ text, entry }) =>
    drawnVerdicts(text, given).map((verdict) => ({ ...verdict, entry })),
  )
  return verdicts.map((verdict) =>
    kept.has(verdict.criterion)
      ? verdict
      : drawn
          .filter(({ criterion }) => criterion === verdict.criterion)
          .reduce<Verdict>((best, one) => (one.verdict > best.verdict ? one : best), verdict),
  )
}

const diagramOf = (written: string): Diagram | undefined => {
  try {
    return readDiagram(written)
  } catch {
    return undefined
  }
}

const linesOf = (written: string): string[] =>
  written
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

const ARROW = /->|=>|~>|→|⇒|⟶|←|<-/g

/** A drawing whose lines with arrows mostly stand in what was given is not the candidate's. */
const isCopied = (written: string, given: readonly string[]): boolean => {
  if (given.length === 0) return false
  const known = folded(given.join('\n')).toLowerCase()
  const lines = linesOf(written).filter((line) => line.search(ARROW) >= 0)
  return lines.filter((line) => known.includes(folded(line).toLowerCase())).length * 2 > lines.length
}

/** The same arrows over and over are one drawing at most, and nobody draws like this. */
const isRepeated = (written: string, { arrows }: Diagram): boolean =>
  (written.match(ARROW)?.length ?? 0) > 2 * arrows.length + 2

const LONGEST = 280

/** The line that holds the most telling label, verbatim and cut where it is long; empty where none stands in the message. */
const quoteOf = (text: string, written: string, { shows }: Drawn): string => {
  const lines = linesOf(written)
  const drawn = lines.filter((line) => line.search(ARROW) >= 0)
  const holding = shows
    .filter((label) => label !== '')
    .flatMap((label) => drawn.find((line) => line.toLowerCase().includes(label.toLowerCase())) ?? [])
  const all = [...holding, ...drawn, ...lines].map((line) => line.slice(0, LONGEST).trim())
  return all.find((line) => line !== '' && text.includes(line)) ?? ''
}
