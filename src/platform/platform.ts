/**
 * Where people talk: what is heard from a platform and what can be said on it.
 *
 * Words of the trade. A *place* is where a talk is held: a thread, a direct message, a terminal. A *person* is who
 * speaks there. Both are opaque strings that begin with the platform's name, so that two platforms, and two tenants
 * of one platform, can never be mistaken for one another.
 */
import type { Card, Form } from './card.ts'

/** Common to all that is heard; `id` is the platform's own id of it, `at` the platform's timestamp in milliseconds. */
type Hearing = { person: string; place: string; id: string; at: number }

/** All that can be heard. */
export type Heard = Hearing &
  (
    | { type: 'message'; text: string }
    | { type: 'edit'; of: string; text: string }
    | { type: 'withdrawal'; of: string }
    | { type: 'file'; name: string; mime: string; text: string }
    /** A command by its canonical words, such as `start` with its arguments; see `commands.ts`. */
    | { type: 'command'; command: string; args: Readonly<Record<string, string>> }
    /** A button, by the command it stands for. */
    | { type: 'press'; command: string; args: Readonly<Record<string, string>> }
    /** A form sent in, field by field. */
    | { type: 'form'; form: Form['id']; fields: Readonly<Record<string, string>> }
  )

/** Resolves once what was heard is durable: only then may the platform be told so. */
export type Hear = (heard: Heard) => Promise<void>

/** Where a card was shown; `link` leads to it for good, where the platform has links. */
export type Receipt = { place: string; id: string; link?: string }

/** What a platform can do, as data; a gap carries its reason. */
export type Limits = {
  /** Longest text of one message, in characters. */
  characters: number
  edits: boolean | string
  buttons: boolean | string
  forms: boolean | string
  files: boolean | string
  links: boolean | string
  streaming: boolean | string
}

export type Platform = {
  name: string
  limits: Limits
  /** Begins to listen; everything heard goes to `hear`. */
  start(hear: Hear): Promise<void>
  /** A place for a talk, such as a thread under a message. Answers the place itself where there is nothing to open. */
  open(place: string, title: string): Promise<string>
  /** Shows a card; `id` lets a platform drop a repeated send. */
  say(place: string, card: Card, id: string): Promise<Receipt>
  /** Replaces a card shown before; says it anew where the platform cannot edit. */
  revise(receipt: Receipt, card: Card): Promise<Receipt>
  /** Hears nothing more and lets go of everything. */
  stop(): Promise<void>
}
