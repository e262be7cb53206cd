/** What is wrong with a file of `prompts/`. */
import { type Fault, listed } from '../flow/faults.ts'

/** A prompt cannot be used; the message lists every fault, one a line, and whoever changed the file has to mend them. */
export class PromptError extends Error {
  override name = 'PromptError'
  readonly faults: readonly Fault[]
  constructor(faults: readonly Fault[]) {
    super(faults.map(listed).join('\n'))
    this.faults = faults
  }
}
