/** What a command and its options are about, in one language; each text has at most 100 characters. */
export type Locale = {
  /** What the command as a whole is about. */
  about: string
  /** The name of the command in a message's menu, of at most 32 characters. */
  grade: string
  /** What the group of what is a person's own is about. */
  own: string
  /** The group of tools: what it is about, the line of options and the file that each takes, and each tool. */
  tools: { about: string; values: string; file: string; commands: Readonly<Record<string, string>> }
  commands: Readonly<Record<string, { about: string; options?: Readonly<Record<string, string>> }>>
}
