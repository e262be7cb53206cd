/** What is shown: a card is Markdown with a little structure, for every platform to draw in its own way. */

export type Button = {
  label: string
  command: string
  args?: Readonly<Record<string, string>>
  /** Asked before it counts, where that can be: for what cannot be taken back. */
  confirm?: string
}

/** A form with named fields; a platform without forms asks for them in words. */
export type Form = {
  id: 'start' | 'rate' | 'settings' | 'team' | 'channel' | 'marks'
  title: string
  /** The language in which it asks, as a tag such as `de`: what a platform adds is said in it too. */
  language?: string
  /** What is said above the fields. */
  text?: string
  fields: readonly Field[]
}

export type Field = {
  name: string
  label: string
  /** What may be chosen; anything when absent. */
  choices?: readonly { value: string; label: string }[]
  /** Several may be chosen; the value is a list with commas. */
  many?: true
  /** Places of the tenant may be chosen, as `many`: channels. */
  places?: true
  /** A whole number within these bounds. */
  number?: { least: number; most: number }
  /** Room for more than a line. */
  long?: true
  optional?: boolean
  /** Asked only where another field has this value. */
  when?: { field: string; is: string }
  /** What is taken when nothing is said. */
  preset?: string
}

/**
 * A file that goes with a card; a picture says in words what is seen on it. One that is `drawn` is a picture in characters
 * of one width, for a place that holds no files: shown as it is.
 */
export type Attachment =
  | { name: string; mime: string; text: string; drawn?: true }
  | { name: string; mime: string; bytes: Uint8Array; alt: string }

export type Card = {
  /** How it is drawn: the interviewer's words, a notice of the bot, a report, an answer to a command. */
  tone: 'interviewer' | 'notice' | 'report' | 'answer'
  title?: string
  /** Markdown: paragraphs, emphasis, lists, tables, quotes, code. */
  text: string
  /** The language it is said in, as a tag such as `de`: what a platform adds is said in it too. English when absent. */
  language?: string
  /** One line of small print: stage, clock, who judges. */
  footer?: string
  /** The one person who may see it; everybody at the place when absent. */
  only?: string
  /** It takes the place of what `think` showed under this id. */
  continues?: string
  /** On a card at the head of a place: what the place is called now, and whether the talk there goes on. */
  head?: { name: string; open: boolean }
  buttons?: readonly Button[]
  form?: Form
  attachments?: readonly Attachment[]
}
