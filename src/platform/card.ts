/** What is shown: a card is Markdown with a little structure, for every platform to draw in its own way. */

export type Button = { label: string; command: string; args?: Readonly<Record<string, string>> }

/** A form with named fields; a platform without forms asks for them in words. */
export type Form = {
  id: 'start' | 'rate'
  title: string
  fields: readonly Field[]
}

export type Field = {
  name: string
  label: string
  /** What may be chosen; anything when absent. */
  choices?: readonly { value: string; label: string }[]
  optional?: boolean
  /** Asked only where another field has this value. */
  when?: { field: string; is: string }
  /** What is taken when nothing is said. */
  preset?: string
}

/** A file that goes with a card. */
export type Attachment = { name: string; mime: string; text: string }

export type Card = {
  /** How it is drawn: the interviewer's words, a notice of the bot, a report, an answer to a command. */
  tone: 'interviewer' | 'notice' | 'report' | 'answer'
  title?: string
  /** Markdown: paragraphs, emphasis, lists, tables, quotes, code. */
  text: string
  /** One line of small print: stage, clock, who judges. */
  footer?: string
  /** Only the person who caused it may see it. */
  private?: boolean
  buttons?: readonly Button[]
  form?: Form
  attachments?: readonly Attachment[]
}
