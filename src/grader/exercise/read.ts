/** A reading with the sentence that it rests on. */
import type { Reading } from '../../interview/verdict.ts'
import type { Heard } from './heard.ts'

/** Right, wrong or not there, and the words as they were written. */
export type Read = { reading: Reading; quote?: string }

/** The reading that what was heard comes to. */
export const read = (reading: Reading, heard?: Heard): Read => ({
  reading,
  ...(heard && { quote: heard.quote }),
})

/** A remedy is wrong as soon as one that does harm is proposed. */
export const helped = (helps: Heard | undefined, harms: Heard | undefined): Read =>
  harms ? read('wrong', harms) : helps ? read('right', helps) : read('none')
