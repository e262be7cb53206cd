/** What is wrong with a file of the project's data, in words that its author can act on. */

/** Where something stands in a document: keys and positions from the top. */
export type Path = readonly (string | number)[]

/** Something wrong at a path, before it is known in which file and line that is. */
export type Finding = {
  path: Path
  /** What is wrong: what was found and what was wanted. */
  says: string
  /** What to do about it. */
  mend: string
}

/** A finding with its place: the line counts from 1, the path reads `stages.data.criteria.DX2.weight`. */
export type Fault = { file: string; line: number; path: string; says: string; mend: string }

/** A flow or problem cannot be used; the message lists every fault, one a line, and the author has to mend them. */
export class FlowError extends Error {
  override name = 'FlowError'
  readonly faults: readonly Fault[]
  constructor(faults: readonly Fault[], options?: ErrorOptions) {
    super(faults.map(listed).join('\n'), options)
    this.faults = faults
  }
}

/** The fault as one line. */
export const listed = ({ file, line, path, says, mend }: Fault): string =>
  `${file}:${line}  ${path === '' ? '(here)' : path}: ${says}; ${mend}`.replace(/\s*[\r\n]+\s*/g, ' ')
