/** The file in which judgements are kept as they come, one a line, so that a run that was cut goes on where it stopped. */
import { createHash } from 'node:crypto'
import { appendFileSync, readFileSync, truncateSync } from 'node:fs'
import { z } from 'zod'
import type { Spent } from '../evaluation/asking.ts'
import { caseOf, type Single, type SingleGrade } from '../evaluation/single.ts'
import { shown } from '../host/bank.ts'
import { Refusal } from './failure.ts'

/** A judgement, or why there is none; both took something. `change` names another way of writing the answer. */
export type Line = {
  key: string
  id: string
  change: string
  /** Milliseconds since 1970. */
  at: number
  spent: Spent
} & ({ grade: SingleGrade } | { failed: string })

export type Journal = {
  /** As a person would type it. */
  file: string
  lines(): readonly Line[]
  add(line: Line): void
}

/** Opens a journal; what a killed run left of its last line is dropped. Throws a Refusal for a file that is no journal. */
export const journalAt = (file: string): Journal => {
  const text = textOf(file)
  const end = text.lastIndexOf('\n') + 1
  const lines = text.slice(0, end).split('\n').slice(0, -1).map(lineOf(file))
  const torn = text.slice(end)
  if (torn !== '') {
    if (lines.length === 0 && !torn.startsWith(BEGINNING) && !BEGINNING.startsWith(torn))
      throw foreign(file, 1)
    guarded(file, () => truncateSync(file, Buffer.byteLength(text.slice(0, end))))
  }
  return {
    file: shown(file),
    lines: () => lines,
    add(line) {
      guarded(file, () => appendFileSync(file, `${JSON.stringify(line)}\n`))
      lines.push(line)
    },
  }
}

/** What a judgement goes by: another judge, answer, criterion or problem makes another key. */
export const keyOf = (judge: string, single: Single, change: string): string =>
  digest([judge, change, caseOf(single)])

/** The file of a judge, in the folder in which the command is given. */
export const journalOf = (judge: string): string => `mlsd-eval-${digest(judge).slice(0, 8)}.jsonl`

const digest = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32)

/** Each line begins with its key. */
const BEGINNING = '{"key":"'

const Spending = z.object({
  calls: z.number(),
  sent: z.number(),
  cached: z.number(),
  received: z.number(),
  cost: z.number().nullable(),
})
const Head = z.object({
  key: z.string(),
  id: z.string(),
  change: z.string(),
  at: z.number(),
  spent: Spending,
})
const Grade = z.object({
  score: z.number().nullable(),
  verdicts: z.array(z.looseObject({})),
  flags: z.array(z.looseObject({})),
})
const Kept = z.union([Head.extend({ grade: Grade.loose() }), Head.extend({ failed: z.string() })])

const lineOf =
  (file: string) =>
  (text: string, index: number): Line => {
    try {
      return Kept.parse(JSON.parse(text)) as unknown as Line
    } catch {
      throw foreign(file, index + 1)
    }
  }

const foreign = (file: string, line: number): Refusal =>
  new Refusal(
    `Line ${line} of ${shown(file)} is no judgement of an evaluation, so nothing is added to it. Name another file with --resume.`,
  )

const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw new Refusal(`${shown(file)} cannot be read: ${(cause as Error).message}. Check the path.`, {
      cause,
    })
  }
}

const guarded = (file: string, write: () => void): void => {
  try {
    write()
  } catch (cause) {
    throw new Refusal(
      `${shown(file)} cannot be written: ${(cause as Error).message}. Check the path, or name another file with --resume.`,
      { cause },
    )
  }
}
