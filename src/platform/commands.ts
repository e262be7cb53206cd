/** What a person can ask for, as data: parsed, offered and explained the same on every platform. */

export type Argument = {
  name: string
  about: string
  /** Values that may be given; anything when absent. */
  choices?: readonly string[]
  /** Given as `--name value`; by position when absent. */
  flag?: boolean
  /** Takes the rest of the line. */
  rest?: boolean
  optional?: boolean
}

export type CommandSpec = {
  name: string
  /** Other words for it. */
  also?: readonly string[]
  about: string
  example: string
  args: readonly Argument[]
  /** Its answer would show somebody's scores or data: only that person sees it. */
  private?: boolean
}
