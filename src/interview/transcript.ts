/** What was said, as a log that only grows; edits and withdrawals are entries of their own. */

export type Who = 'candidate' | 'interviewer'

export type Entry = {
  /** Index in the log. */
  n: number
  /** Milliseconds since 1970. */
  at: number
  who: Who
  stage: string
  /** The platform's id of the message, or the effect's id of what the bot said. */
  id: string
  text: string
  kind: 'said' | 'edited' | 'withdrawn' | 'attached'
  /** For an edit or a withdrawal: the entry it changes. */
  of?: number
  /** The name of a file that came with it. */
  file?: string
  /** Under which key a picture that came with it is kept. */
  picture?: string
  /** Leads to the message for good, where the platform has links. */
  link?: string
  /** Which attempt at the stage: absent in the interview itself, 1 and up in retries. */
  attempt?: number
}

/** A message of the candidate as it finally stands. */
export type Answer = {
  entry: number
  at: number
  stage: string
  text: string
  attempt: number
  link?: string
}

/** The candidate's messages with edits applied and what was withdrawn left out, in the order in which they were said. */
export const answers = (log: readonly Entry[]): Answer[] => {
  const standing = new Map<number, Answer>()
  for (const entry of log) {
    if (entry.who !== 'candidate') continue
    const { n, at, stage, text, of, link, attempt = 0 } = entry
    if (entry.kind === 'withdrawn') standing.delete(of ?? n)
    else if (entry.kind === 'edited') {
      const before = standing.get(of ?? n)
      if (before) standing.set(before.entry, { ...before, text })
    } else standing.set(n, { entry: n, at, stage, text, attempt, ...(link !== undefined && { link }) })
  }
  return [...standing.values()].sort((one, other) => one.at - other.at)
}

/** Words as quotes are looked up in them: white space and the style of quotation marks may differ, nothing else. */
export const folded = (text: string): string =>
  text
    .replace(/[‘’‚‛′]/g, "'")
    .replace(/[“”„‟″«»]/g, '"')
    .replace(/\s+/g, ' ')
    .trim()
