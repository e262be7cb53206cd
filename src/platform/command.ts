/** The shape of a command: what is written once and appears on every platform. Its name and those of its arguments are the same in every language. */

export type Argument = {
  name: string
  /** Values that may be given; with `rest`, what each word may be. Anything when absent. */
  choices?: readonly string[]
  /** A whole number above zero. */
  number?: boolean
  /** Given as `--name value`; by position when absent. */
  flag?: boolean
  /** Takes the rest of the line, up to the next `--name`. */
  rest?: boolean
  /** So many values belong together, such as two costs; one when absent. */
  values?: number
  /** All that is left as it was typed, over several lines too; only beside options of one word. */
  raw?: boolean
  optional?: boolean
}

export type CommandSpec = {
  name: string
  /** Other words for it. */
  also?: readonly string[]
  example: string
  args: readonly Argument[]
  /** Its answer would show somebody's scores or data: only that person sees it. */
  private?: boolean
  /** It stands with others of its kind: tools below the rest, and what is a person's own where room is scarce. */
  group?: 'tools' | 'my'
  /** A file may go with it, or come after it. */
  takes?: 'file'
}
