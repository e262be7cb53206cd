/** Interviews that an older machine wrote, for the machine of today. */
import type { Interview } from './interview.ts'
import { MACHINE_VERSION } from './machine.ts'

type Snapshot = Interview['snapshot']

/** From a version to the one after it: a function per version that was ever released, each with a test. */
export type Carriers = Readonly<Record<number, (snapshot: Snapshot) => Snapshot>>

/** Version 1 is the first. */
const CARRIERS: Carriers = {}

/** Says that an interview cannot be read by this program, and what helps. */
export class UnknownMachine extends Error {
  override name = 'UnknownMachine'
  /** A newer program wrote it. */
  readonly newer: boolean
  constructor(message: string, newer: boolean) {
    super(message)
    this.newer = newer
  }
}

/** The interview as the machine of this version would have written it; itself where that is the version it has. */
export const carriedOver = (
  interview: Interview,
  carriers: Carriers = CARRIERS,
  version: number = MACHINE_VERSION,
): Interview => {
  if (interview.version === version) return interview
  if (interview.version > version) throw new UnknownMachine(newer(interview.version, version), true)
  const carry = Object.hasOwn(carriers, interview.version) ? carriers[interview.version] : undefined
  if (carry === undefined) throw new UnknownMachine(unheardOf(interview.version, version), false)
  const next = { version: interview.version + 1, snapshot: carry(interview.snapshot) }
  return carriedOver(next, carriers, version)
}

const newer = (found: number, known: number): string =>
  `This interview was written by a newer mlsd (machine ${found}; this one knows up to ${known}). Update mlsd and try again.`

const unheardOf = (found: number, known: number): string =>
  `This interview names machine ${found}, which no mlsd ever wrote (this one is ${known}). Its record is damaged; restore a backup.`
