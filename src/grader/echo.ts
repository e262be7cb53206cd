/** Which words of a candidate merely hand back what was given. */
import { FUNCTION_WORDS } from '../flow/function-words.ts'
import { sentences, type Word, words } from '../flow/words.ts'

/** So many words in the same order are a copy; so many of a window's content words out of one sentence are an echo. */
const RUN = 5
const WINDOW = 8
const ALIKE = 7

/** Marks, word by word, copied passages and those whose content words are mostly those of one given sentence. */
export const echoed = (text: readonly Word[], given: readonly string[]): boolean[] => {
  const out = text.map(() => false)
  if (given.length === 0) return out
  const { runs, holding, lines } = index(given)
  text.forEach((_, at) => {
    if (runs.has(running(text, at))) out.fill(true, at, at + RUN)
  })
  const content = text.flatMap((word, i) => (FUNCTION_WORDS.has(word.text) ? [] : [i]))
  if (content.length >= WINDOW && mostly(content, text, lines)) return text.map(() => true)
  const width = Math.min(WINDOW, content.length)
  const enough = width < WINDOW ? width : ALIKE
  if (width < 4) return out
  const counts = new Map<number, number>()
  const seen = content.map((i) => holding.get(text[i]?.stem ?? '') ?? NOWHERE)
  seen.forEach((here, at) => {
    for (const gone of seen[at - width] ?? NOWHERE) counts.set(gone, (counts.get(gone) ?? 0) - 1)
    for (const sentence of here) {
      const count = (counts.get(sentence) ?? 0) + 1
      counts.set(sentence, count)
      if (count >= enough) out.fill(true, content[Math.max(0, at + 1 - width)], (content[at] ?? 0) + 1)
    }
  })
  return out
}

const NOWHERE: readonly number[] = []

/** So large a share of the content words, and so many, out of one line that was given are that line in other words. */
const SHARE = 0.4
const MANY = 7

const mostly = (
  content: readonly number[],
  text: readonly Word[],
  lines: ReadonlyMap<string, readonly number[]>,
): boolean => {
  const counts = new Map<number, number>()
  for (const i of content)
    for (const line of lines.get(text[i]?.stem ?? '') ?? NOWHERE)
      counts.set(line, (counts.get(line) ?? 0) + 1)
  return [...counts.values()].some((count) => count >= Math.max(MANY, SHARE * content.length))
}

/** Every run of words that was given, and in which of the given sentences and lines each content word stands. */
type Index = {
  given: string[]
  runs: Set<string>
  holding: Map<string, number[]>
  lines: Map<string, number[]>
  sentences: number
}

const blank = (): Index => ({
  given: [],
  runs: new Set(),
  holding: new Map(),
  lines: new Map(),
  sentences: 0,
})

let latest = blank()

/** What is given grows by a line a turn, so the last index is added to where it can be. */
const index = (given: readonly string[]): Index => {
  const grown = latest.given.length <= given.length && latest.given.every((line, i) => line === given[i])
  const out = grown ? latest : blank()
  for (const line of given.slice(out.given.length)) {
    const { runs, sentences } = told(line)
    for (const stem of new Set(sentences.flatMap((stems) => [...stems])))
      put(out.lines, stem, out.given.length)
    out.given.push(line)
    for (const run of runs) out.runs.add(run)
    for (const stems of sentences) {
      for (const stem of stems) put(out.holding, stem, out.sentences)
      out.sentences += 1
    }
  }
  latest = out
  return out
}

const put = (map: Map<string, number[]>, key: string, value: number): void => {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

const running = (text: readonly Word[], at: number): string => {
  if (at + RUN > text.length) return ''
  let out = ''
  for (let i = at; i < at + RUN; i += 1) out += `${text[i]?.stem} `
  return out
}

type Told = { runs: Set<string>; sentences: Set<string>[] }

const KEPT = 1_000
const LONGEST = 5_000
const heard = new Map<string, Told>()

/** What is given grows by a line a turn, so each line is read once. */
const told = (given: string): Told => {
  const before = heard.get(given)
  if (before) return before
  const text = given.slice(0, LONGEST)
  const all = words(text)
  const line = {
    runs: new Set(all.map((_, at) => running(all, at)).filter((run) => run !== '')),
    sentences: sentences(text).map(({ start, end }) => content(words(text.slice(start, end)))),
  }
  if (heard.size >= KEPT) heard.clear()
  heard.set(given, line)
  return line
}

const content = (text: readonly Word[]): Set<string> =>
  new Set(text.flatMap((word) => (FUNCTION_WORDS.has(word.text) ? [] : [word.stem])))
