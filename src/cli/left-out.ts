/** What somebody who runs mlsd is told of a private bank. */
import { listed } from '../flow/faults.ts'
import type { PrivateBank } from '../host/private-bank.ts'

/** A line for each file that was left out of the private bank: where its first fault is, how to mend it, and how many follow. */
export const leftOut = ({ faults, files }: Pick<PrivateBank, 'faults' | 'files'>): string[] => {
  if (files === 0 && faults.length === 0) return ['the private bank of MLSD_FLOWS holds no .yaml files']
  return [...Map.groupBy(faults, ({ file }) => file).values()].flatMap(([first, ...rest]) =>
    first === undefined ? [] : [`left out of the private bank: ${listed(first)}${further(rest.length)}`],
  )
}

const further = (more: number): string =>
  more === 0 ? '' : ` (and ${more} more in this file; "mlsd flows check" lists all)`
