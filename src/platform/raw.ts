/** Commands that end in a text of their own, in which quotation marks and dashes mean what they mean there. */
import type { CommandSpec } from './command.ts'

/** The options that stand before or behind the text, and the text as it was typed, without the fence of a code block. */
export const readRaw = (spec: CommandSpec, typed: string): Record<string, string> => {
  const args: Record<string, string> = {}
  let text = typed.trim()
  for (const { name } of spec.args.filter(({ flag }) => flag)) {
    const found = optionAt(name, text)
    if (!found) continue
    args[name] = found.value
    text = found.left.trim()
  }
  const inner = bare(text)
  const own = spec.args.find(({ raw }) => raw)
  return own && inner !== '' ? { ...args, [own.name]: inner } : args
}

/** An option with one word, at the beginning or at the end of a text. */
const optionAt = (name: string, text: string): { value: string; left: string } | undefined => {
  const first = new RegExp(`^(?:--|—|–)${name}(?:=|\\s+)(\\S+)(?=\\s|$)`, 'i').exec(text)
  if (first) return { value: first[1] ?? '', left: text.slice(first[0].length) }
  const end = text.slice(-LONGEST_OPTION)
  const last = new RegExp(`(?:^|\\s)(?:--|—|–)${name}(?:=|\\s+)(\\S+)$`, 'i').exec(end)
  return last ? { value: last[1] ?? '', left: text.slice(0, text.length - last[0].length) } : undefined
}

const LONGEST_OPTION = 100

/** The text within a code block, or within one pair of quotation marks. */
const bare = (text: string): string => {
  const block = /^```(?:[a-z]{1,20}[^\S\n]*\n)?([\s\S]*)```$/i.exec(text) ?? /^`([^`]*)`$/.exec(text)
  const quoted = /^"([^"]*)"$/.exec(text) ?? /^“([^”]*)”$/.exec(text)
  return (block?.[1] ?? quoted?.[1] ?? text).trim()
}
