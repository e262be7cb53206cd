/** An input that nobody types: paragraphs until it ends. */
import type { Words } from '../../words/words.ts'
import type { Ear } from './ear.ts'
import type { Forms } from './forms.ts'
import type { TerminalOptions } from './options.ts'
import { LONGEST_PARAGRAPH, paragraphs } from './paragraphs.ts'

type Needs = {
  options: TerminalOptions
  /** Those in which the bot speaks now. */
  words(): Words
  forms: Forms
  ear: Ear
  tell(text: string): Promise<void>
  /** Shows what was read. */
  echo(text: string): Promise<void>
  stopped(): boolean
}

/** Reads to the end, each paragraph only after the one before was handled, and then ends the interview. */
export const readPiped = async (needs: Needs): Promise<void> => {
  const { options, words, tell, stopped, forms, ear } = needs
  for await (const paragraph of paragraphs(options.input)) {
    if ('tooLong' in paragraph)
      await tell(words().terminal.tooLong({ length: paragraph.tooLong, longest: LONGEST_PARAGRAPH }))
    else await takeParagraph(paragraph.text, needs)
    if (stopped()) return
  }
  // An interview that waits for the rating has ended already.
  if (!forms.ratingOpen() && (await (options.running?.() ?? true)))
    await ear.hear({ type: 'command', command: 'end', args: {} })
  await options.settled()
  if (forms.ratingOpen()) await ear.hear({ type: 'command', command: 'skip', args: {} })
  await options.settled()
}

const takeParagraph = async (paragraph: string, { options, ear, echo, stopped }: Needs): Promise<void> => {
  for (const text of partsOf(paragraph)) {
    if (stopped()) return
    if (options.echo) await echo(text)
    await (text.startsWith('/') ? ear.command(text) : ear.answer(text))
    await options.settled()
  }
}

/** A paragraph that begins with `/` is commands, line by line; lines in it that are none are an answer. */
const partsOf = (paragraph: string): string[] => {
  if (!/^\s*\//.test(paragraph)) return [paragraph]
  const parts: string[] = []
  let words = false
  for (const line of paragraph.split('\n')) {
    const command = /^\s*\//.test(line)
    if (words && !command) parts[parts.length - 1] += `\n${line}`
    else parts.push(command ? line.trim() : line)
    words = !command
  }
  return parts
}
