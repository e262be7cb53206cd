/** What the model of a storm thinks: an answer by the shape that is asked for, and by nothing but the words of the talk. */
import { redirecting } from '../../model/small-talk.ts'

/** The same for the same talk, whenever and however often it is asked for. */
export const thoughtOn = (shape: string, messages: readonly { content: string }[]): unknown => {
  const prompt = messages.map(({ content }) => content).join('\n')
  if (shape === 'turn') return turnOn(prompt)
  return shape === 'judgement' ? judgementOn(prompt) : { lessons: [] }
}

const turnOn = (prompt: string) =>
  redirecting(hashed(/\([\d.]+\)$/.exec(saidIn(prompt).at(-1) ?? '')?.[0] ?? ''))

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
