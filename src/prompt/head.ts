/** The head of a prompt's file, between two lines of three dashes: name, version, role and placeholders. */
import { z } from 'zod'
import { readDocument } from '../flow/document.ts'
import type { Fault } from '../flow/faults.ts'

const Head = z.strictObject({
  name: z.string().regex(/^[a-z][a-z-]*$/, 'use lower-case letters and hyphens'),
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'use three numbers such as 1.0.0'),
  role: z.enum(['interviewer', 'judge']),
  placeholders: z.array(z.string().regex(/^[a-z]+$/, 'use lower-case letters')),
})
export type Head = z.infer<typeof Head>

export type Headed = {
  head: Head
  /** What follows the head, as lines, and the number of the first of them. */
  lines: readonly string[]
  first: number
  /** The line of something in the head. */
  lineOf(path: readonly (string | number)[]): number
}

/** Reads the head of a file, or says what is wrong with it. */
export const headed = (text: string, file: string): Headed | { faults: Fault[] } => {
  const lines = text.replaceAll('\r\n', '\n').split('\n')
  const end = lines.indexOf('---', 1)
  if (lines[0] !== '---' || end < 0) {
    const says = 'the file does not begin with a head'
    const mend = 'begin with a line "---", name, version, role and placeholders, and another line "---"'
    return { faults: [{ file, line: 1, path: '', says, mend }] }
  }
  const { value, findings, lineOf } = readDocument(lines.slice(1, end).join('\n'))
  const at = (path: readonly (string | number)[]): number => lineOf(path) + 1
  const broken = findings.map(
    ({ line, path, ...rest }): Fault => ({ ...rest, file, line: line + 1, path: path.join('.') }),
  )
  if (broken.length > 0) return { faults: broken }
  const read = Head.safeParse(value)
  if (!read.success) {
    const faults = read.error.issues.map(({ path, message }): Fault => {
      const keys = path.filter((part) => typeof part !== 'symbol')
      const mend = 'a head has name, version, role and placeholders'
      return { file, line: at(keys), path: keys.join('.'), says: message, mend }
    })
    return { faults }
  }
  return {
    head: read.data,
    lines: lines.slice(end + 1),
    first: end + 2,
    lineOf: at,
  }
}
