/** Where the machine of an interview stands, in its own words: for tests alone, everybody else asks for its phase. */
import type { StateValue } from 'xstate'
import type { Interview } from '../../src/interview/interview.ts'

export const standing = ({ snapshot }: Interview): StateValue =>
  (snapshot as typeof snapshot & { value: StateValue }).value
