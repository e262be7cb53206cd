/** Many answers, one line of JSON each; only one is held at a time. */
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import type { Grader } from '../grader/grader.ts'
import type { Bank } from '../host/library.ts'
import { Unmet } from '../host/wish.ts'
import type { App } from './app.ts'
import { Refusal } from './failure.ts'
import { type Graded, gradeAnswer, inBrief } from './grading.ts'
import { print } from './print.ts'

const Line = z.object({
  id: z.union([z.string(), z.number()], 'a text or a number'),
  stage: z.string('the id of a stage'),
  text: z.string('the answer'),
  problem: z.string('the id of a problem').nullish(),
  scenario: z.string('a text').nullish(),
})

/** Grades each line of a file; a faulty one is named on stderr, and after the rest is graded it is an error. */
export const gradeBatch = async (app: App, file: string): Promise<void> => {
  const [bank, grader] = await Promise.all([app.bank(), app.grader()])
  const input = file === '-' ? app.streams.in : createReadStream(file)
  let number = 0
  let faulty = 0
  try {
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      number += 1
      if (line.trim() === '') continue
      const graded = await gradeLine(bank, grader, line)
      if ('fault' in graded) {
        faulty += 1
        await print(app.streams.err, `line ${number}: ${graded.fault}\n`)
      } else await print(app.streams.out, `${JSON.stringify(graded)}\n`)
    }
  } catch (error) {
    if (
      (error as NodeJS.ErrnoException).syscall === 'open' ||
      (error as NodeJS.ErrnoException).syscall === 'read'
    ) {
      throw new Refusal(`${file} cannot be read: ${(error as Error).message}. Check the path.`, {
        cause: error,
      })
    }
    throw error
  }
  if (faulty > 0) throw new Refusal(`${faulty} of ${number} lines could not be graded.`)
}

type GradedLine = Graded & { id: string | number }

const gradeLine = async (
  bank: Bank,
  grader: Grader,
  line: string,
): Promise<GradedLine | { fault: string }> => {
  const read = Line.safeParse(parsed(line))
  if (!read.success) return { fault: faultOf(read.error, line) }
  const { id, stage, text, problem, scenario } = read.data
  try {
    return {
      id,
      ...inBrief(
        await gradeAnswer(bank, grader, {
          stage,
          text,
          problem: problem ?? undefined,
          scenario: scenario ?? undefined,
        }),
      ),
    }
  } catch (error) {
    if (error instanceof Unmet) return { fault: error.message }
    throw error
  }
}

const parsed = (line: string): unknown => {
  try {
    return JSON.parse(line.replace(/^\uFEFF/, ''))
  } catch {
    return undefined // What is not JSON is named by `faultOf`.
  }
}

const faultOf = ({ issues }: z.ZodError, line: string): string => {
  if (parsed(line) === undefined)
    return 'this is not JSON. One object a line is wanted: {"id": ..., "stage": ..., "text": ...}.'
  return issues
    .map(({ path, message }) =>
      path.length === 0 ? 'this is no object' : `"${path.join('.')}" must be ${message}`,
    )
    .join('; ')
}
