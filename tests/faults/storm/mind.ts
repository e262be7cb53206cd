/** What the model of a storm thinks: an answer by the shape that is asked for, and by nothing but the words of the talk. */

/** The same for the same talk, whenever and however often it is asked for. */
export const thoughtOn = (shape: string, messages: readonly { content: string }[]): unknown => {
  const prompt = messages.map(({ content }) => content).join('\n')
  if (shape === 'turn') return turnOn(prompt)
  return shape === 'judgement' ? judgementOn(prompt) : { lessons: [] }
}

/** It asks nothing and tells nothing, so that each may be said, and no two are alike. */
const turnOn = (prompt: string) => {
  const number = hashed(/\([\d.]+\)$/.exec(saidIn(prompt).at(-1) ?? '')?.[0] ?? '')
  const [step, how, part] = [STEPS, WAYS, PARTS].map((words, place) => pick(words, number, place))
  const say = `Please ${step} the ${part} of what you have in mind, ${how}, before we go on from here.`
  return { say, move: 'redirect', criterion: null, named: false, facts: [], unknown: [], noticed: [] }
}

const judgementOn = (prompt: string) => {
  const quotes = saidIn(prompt)
  const verdicts = [...prompt.matchAll(/^### ([\w-]+): /gm)].map(([, criterion = '']) => {
    const quote = quotes[hashed(criterion) % Math.max(quotes.length, 1)] ?? ''
    const verdict = quote === '' ? 0 : hashed(`${criterion} ${quote}`) % 3
    return { criterion, quote: verdict === 0 ? '' : quote, reason: 'These words show it.', verdict }
  })
  return { verdicts, flags: [] }
}

/** What the candidate said, as `script.ts` has it, each once, in the order in which it was to be said. */
export const saidIn = (prompt: string): string[] =>
  [...new Set([...prompt.matchAll(/^[^\n]*?\.? \(\d+\.\d+\.\d+\)/gm)].map(([text]) => text.trim()))].toSorted(
    (one, other) => placeOf(one) - placeOf(other),
  )

/** Where it stands in the script. */
const placeOf = (said: string): number => {
  const [burst, message] = /\(\d+\.(\d+)\.(\d+)\)$/.exec(said)?.slice(1).map(Number) ?? []
  return (burst ?? 0) * 100 + (message ?? 0)
}

/** FNV-1a. */
const hashed = (text: string): number => {
  let hash = 0x811c9dc5
  for (const sign of text) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return hash
}

const pick = (words: readonly string[], number: number, place: number): string =>
  words[Math.floor(number / 11 ** place) % words.length] ?? ''

const STEPS = [
  ...['sketch', 'explain', 'describe', 'outline', 'summarise'],
  ...['restate', 'order', 'defend', 'draw', 'spell out'],
]
const WAYS = [
  ...['slowly', 'in your own words', 'as you would to a colleague'],
  ...['from the start', 'in some detail', 'briefly'],
]
const PARTS = [
  ...['first part', 'last part', 'middle', 'beginning', 'end'],
  ...['core', 'outline', 'purpose', 'shape', 'next step'],
]
