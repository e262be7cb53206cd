/** An interaction that was acknowledged a moment ago: for a while its person can still be answered alone. */

/** What is needed to follow up on an interaction. */
export type Interaction = {
  /** The application's id and the interaction's token: together they are the address of follow-ups. */
  application: string
  token: string
}

/** The latest interaction of a person at a place that is good for some more minutes; nothing where there is none. */
export type Fresh = (place: string, person: string) => Promise<Interaction | undefined>
