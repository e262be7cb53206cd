/** Arguments as people type them, read into figures; every fault names the argument, what stood there and what mends it. */
import { BadInput } from '../numbers/bad-input.ts'

/** A share from 0 to 1, typed as `2%`, `2 %`, `.02` or `0.02`. Throws BadInput, also for `2`, which may mean either. */
export const shareIn = (name: string, text: string): number => {
  const found = /^(\d*\.?\d+)\s*(%|percent|per cent)?$/i.exec(text.trim())
  const value = Number(found?.[1]) / (found?.[2] === undefined ? 1 : 100)
  if (found !== null && value >= 0 && value <= 1) return value
  throw unread(name, text, 'Write a share as 2% or .02, from 0 to 1.')
}

/** An amount, typed as `40000`, `40,000`, `40k`, `1.2M` or `3e6`; minus is allowed. Throws BadInput. */
export const amountIn = (name: string, text: string): number => {
  const found = /^([+-]?\d*\.?\d+(?:e[+-]?\d+)?)\s*([kmb]?)$/i.exec(text.trim().replace(GROUPS, ''))
  const value = Number(found?.[1]) * (SIZES[found?.[2]?.toLowerCase() ?? ''] ?? Number.NaN)
  if (Number.isFinite(value)) return value
  throw unread(name, text, 'Write a number, such as 40000, 40k or 1.2M.')
}

/** Two amounts, typed as `12 95`, `12/95`, `12:95`, `12, 95` or `12 of 95`. Throws BadInput. */
export const pairIn = (name: string, text: string): readonly [one: number, other: number] => {
  const parts = text
    .trim()
    .split(/\s+of\s+|\s*[/:;]\s*|,\s+|\s+/)
    .filter((part) => part !== '')
  const [one, other] = parts
  if (one !== undefined && other !== undefined && parts.length === 2)
    return [amountIn(name, one), amountIn(name, other)]
  throw unread(name, text, 'Write two numbers with a space between them, such as "12 95".')
}

/** One of some words, in any case. Throws BadInput, naming them all. */
export const wordIn = <const Word extends string>(
  name: string,
  text: string,
  words: readonly Word[],
): Word => {
  const typed = text.trim().toLowerCase()
  const found = words.find((word) => word === typed)
  if (found !== undefined) return found
  throw unread(name, text, `Write one of ${words.join(', ')}.`)
}

/** The argument by this name, read; undefined where it was not given, or is blank. */
export const given = <T>(
  args: Readonly<Record<string, string>>,
  name: string,
  read: (name: string, text: string) => T,
): T | undefined => {
  const text = args[name]
  return text === undefined || text.trim() === '' ? undefined : read(name, text)
}

const GROUPS = /(?<=\d),(?=\d{3}(?!\d))/g

const SIZES: Readonly<Record<string, number>> = { '': 1, k: 1e3, m: 1e6, b: 1e9 }

const unread = (column: string, value: string, mend: string): BadInput =>
  new BadInput(`I cannot read "${value.slice(0, 40)}" as ${column}.`, { column, value, mend })
