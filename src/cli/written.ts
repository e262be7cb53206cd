/** Files that a command writes because it was asked to. */
import { writeFileSync } from 'node:fs'
import { shown } from '../host/bank.ts'
import { Refusal } from './failure.ts'

/** Writes a file and answers it as a person would type it; throws a Refusal where that cannot be. */
export const written = (file: string, content: string | Uint8Array): string => {
  try {
    writeFileSync(file, content)
  } catch (cause) {
    throw new Refusal(`${file} cannot be written: ${(cause as Error).message}. Check the path.`, { cause })
  }
  return shown(file)
}
