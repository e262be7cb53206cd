/**
 * Where people talk: what is heard from a platform and what can be said on it.
 *
 * Words of the trade. A *place* is where a talk is held: a thread, a direct message, a terminal. A *person* is who
 * speaks there, and a place as well: what is said to a person reaches that person alone. A *tenant* is whose people and
 * places these are: a workspace, a guild, this machine.
 *
 * All three are opaque strings. A place and a person begin with their tenant, a tenant with the platform's name
 * (`slack:T1/C1/1700.1`, `slack:T1/U1`, `slack:T1`), and a `/` leads from a place to one within it. So two platforms, and
 * two tenants of one platform, can never be mistaken for one another.
 */
import type { Card, Form } from './card.ts'

/** Common to all that is heard; `id` is the platform's own id of it, `at` the platform's timestamp in milliseconds. */
type Hearing = {
  person: string
  place: string
  id: string
  at: number
  /** Leads to it for good, where the platform has links. */
  link?: string
  /** Said where nobody else can read it. */
  alone?: true
  /** What the person is called there, where the platform says so. */
  called?: string
  /** The language that the platform is shown in to the person, as a tag such as `de` or `de-AT`, where it says so. */
  locale?: string
  /** The time zone in which the platform shows times to the person, by its IANA name, where it says so. */
  zone?: string
  /** The names of the person's roles there, for platforms that have such. */
  roles?: readonly string[]
  /** The platform vouches that this person may set things for the whole tenant; looked up where `needsAdmin` says so. */
  admin?: true
}

/**
 * To whom words are said where not all of them are meant for the bot: `direct` to the bot itself, so that they may be a
 * command without its sign; `overheard` among others, so that no answer is owed where nothing runs.
 */
export type Manner = 'direct' | 'overheard'

/** A file that was given together with a command, by a reference that `fetch` takes; `size` in bytes. */
export type SentFile = { name: string; mime: string; size: number; ref: string }

/** All that can be heard. */
export type Heard = Hearing &
  (
    | { type: 'message'; text: string; manner?: Manner }
    | { type: 'edit'; of: string; text: string }
    | { type: 'withdrawal'; of: string }
    /** A file by a reference that `fetch` takes; `size` in bytes. */
    | { type: 'file'; name: string; mime: string; size: number; ref: string; manner?: Manner }
    /** A command by its canonical words, such as `start` with its arguments; see `commands.ts`. */
    | { type: 'command'; command: string; args: Readonly<Record<string, string>>; file?: SentFile }
    /** A button, by the command it stands for. */
    | { type: 'press'; command: string; args: Readonly<Record<string, string>> }
    /** A form sent in, field by field. */
    | { type: 'form'; form: Form['id']; fields: Readonly<Record<string, string>> }
  )

/** Resolves once what was heard is durable: only then may the platform be told so. */
export type Hear = (heard: Heard) => Promise<void>

/**
 * A talk that is not over: what was said at its place after `since` (milliseconds) may not have been heard, and what was
 * said under the ids in `fresh` may have been withdrawn. It is held in `language`, a tag such as `de`; English when absent.
 */
export type Talk = {
  person: string
  /** Who asks, where one person interviews another. */
  asker?: string
  place: string
  since: number
  fresh?: readonly string[]
  language?: string
}

/** What a platform may look up before anything is heard. */
export type Desk = {
  /** A form as it now is for this person at this place; nothing where there is none to fill in. */
  form(
    id: Form['id'],
    at: { person: string; place: string; locale?: string | undefined },
  ): Promise<Form | undefined>
  /** The talks of this platform that are not over and in which something happened lately; a thousand at most. */
  talks(): AsyncIterable<Talk>
  /** The talk at a place that is not over, if there is one; costs the same however many there are. */
  talkAt(place: string): Promise<Talk | undefined>
}

/** Where a card was shown; `link` leads to it for good, where the platform has links. */
export type Receipt = { place: string; id: string; link?: string }

/**
 * A place of its own for a talk, under the card that was shown first; `audience` is who can read what is said there:
 * `outsiders` are people beside those of the tenant.
 */
export type Opened = Receipt & { audience: 'you' | 'members' | 'everyone' | 'outsiders' }

/** How a place is opened: for whom, whether it may have been opened before, and whether others are kept out of it. */
export type Opening = { person?: string; again?: boolean; privately?: boolean }

/** Somebody at work on an answer, as others see it. */
export type Thinking = {
  /** More words of the answer, shown soon or with those that follow. */
  add(words: string): void
  /** Nothing is being thought of any more, and `say` did not come. */
  drop(): Promise<void>
}

/** Something that a platform can do, or in one phrase why it cannot: there is no gap without its reason. */
export type Ability = true | string

/** What a platform can do, as data. */
export type Limits = {
  /** Longest text of one message, in characters; a longer card is shown in several. */
  characters: number
  files: Ability
  /** A talk can have a place of its own. */
  places: Ability
  /** A talk can have a place that others do not see, among them. */
  hiding: Ability
  /** A place that was opened for a talk can be taken away again. */
  removal: Ability
  /** What was said while nobody listened can be read afterwards. */
  history: Ability

  // What follows is declared for people who choose a platform: `scripts/abilities.ts` prints it, and no code asks for it.

  /** A card can be changed after it was shown. */
  edits: Ability
  buttons: Ability
  forms: Ability
  links: Ability
  /** Words can be shown as they come. */
  streaming: Ability
  /** A card can be shown to one person alone where others talk. */
  privacy: Ability
}

export type Platform = {
  name: string
  limits: Limits
  /** What stands before a command's name when it is typed at a place: `/`, `/mlsd `, or nothing. */
  prefix(place: string): string
  /** Begins to listen; everything heard goes to `hear`, what was said while nobody listened first. */
  start(hear: Hear, desk: Desk): Promise<void>
  /** Shows a card that opens a place of its own for a talk; where there is nothing to open, at the place itself. */
  open(place: string, card: Card, id: string, how?: Opening): Promise<Opened>
  /**
   * Shows a card; `id` lets a platform drop a repeated send, and `again` says that this one may be repeated.
   * Throws a `PlatformFault`.
   */
  say(place: string, card: Card, id: string, again?: boolean): Promise<Receipt>
  /** Replaces a card shown before; says it anew where the platform cannot edit. */
  revise(receipt: Receipt, card: Card): Promise<Receipt>
  /** Shows to `person` that an answer is on its way; the card that `continues` this id takes its place. */
  think(place: string, person: string, id: string): Thinking
  /** Takes away a place that was opened for a talk, with all that was said there; nothing where that cannot be. */
  remove(place: string): Promise<void>
  /** The content of a file that was heard. Throws a `PlatformFault`, `gone` also when it is over `most` bytes. */
  fetch(place: string, ref: string, most: number): Promise<Uint8Array>
  /**
   * Once it has begun: since when something may be said there that is not heard, in milliseconds since 1970; nothing while
   * all is heard. Absent where nothing is listened to that could be lost.
   */
  away?(): number | undefined
  /** Hears nothing more and lets go of everything. */
  stop(): Promise<void>
}

/**
 * Why something could not be shown or had: the platform is `busy` or `unreachable` for now, what was meant is `gone` for
 * good (a place left, a file deleted, an app removed), or it `refused` what it was given, which is our fault.
 */
export class PlatformFault extends Error {
  override name = 'PlatformFault'
  readonly kind: 'busy' | 'unreachable' | 'gone' | 'refused'
  constructor(kind: PlatformFault['kind'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.kind = kind
  }
}

/** Whose a place or a person is. */
export const tenantOf = (name: string): string => name.split('/', 1)[0] ?? name

/** Whether a place is another one or within it. */
export const isWithin = (place: string, outer: string): boolean =>
  place === outer || place.startsWith(`${outer}/`)

/** Whether a tenant is a community: outside of all of them (`discord:@me`) people do not know one another. */
export const isCommunity = (tenant: string): boolean => !tenant.endsWith(':@me')
