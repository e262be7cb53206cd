/** Where sentences and their parts begin and end, and what keeps the figures in them from being judged. */
import type { Token } from './token.ts'

/** Tokens `from` up to `to`, that one left out. */
export type Stretch = { from: number; to: number }

/** The sentences of a text; every line is one. */
export const sentencesOf = (tokens: readonly Token[]): Stretch[] => {
  const out: Stretch[] = []
  let from = 0
  tokens.forEach((token, at) => {
    if (!ends(tokens, at) && token.kind !== 'line') return
    if (at + 1 > from) out.push({ from, to: at + 1 })
    from = at + 1
  })
  if (from < tokens.length) out.push({ from, to: tokens.length })
  return out
}

const ends = (tokens: readonly Token[], at: number): boolean => {
  const text = tokens[at]?.text ?? ''
  if (!/^[.!?]$/.test(text)) return false
  const next = tokens[at + 1]
  if (next?.glued) return false
  return !(
    text === '.' &&
    /^(?:i\.?e|e\.?g|e|g|vs|approx|ca|resp|etc|incl|avg|max|min|sec|mio|mrd|tsd|bn)$/.test(
      tokens[at - 1]?.text ?? '',
    )
  )
}

const JOINTS = new Set([',', ';', ':', '(', ')', '→', '|', '!', '?', '.', '=>'])
const JOINING = new Set([
  'and',
  'but',
  'so',
  'while',
  'whereas',
  'against',
  'then',
  'hence',
  'plus',
  'which',
  'versus',
  'vs',
])

/** The part of a sentence around a token: up to the next comma or joining word, a list's dash included. */
export const partAround = (
  tokens: readonly Token[],
  { from, to }: Stretch,
  first: number,
  next: number,
): Stretch => {
  const parts = (at: number): boolean => {
    const token = tokens[at]
    if (token === undefined) return true
    if (token.text === '-') return !token.glued
    return JOINTS.has(token.text) || (token.kind === 'word' && JOINING.has(token.text))
  }
  let a = first
  while (a > from && !parts(a - 1)) a -= 1
  let b = next
  while (b < to && !parts(b)) b += 1
  return { from: a, to: b }
}

/** The words of a stretch as one string, each with a blank on either side. */
export const wordsOf = (tokens: readonly Token[], { from, to }: Stretch): string =>
  ` ${tokens
    .slice(from, to)
    .map(({ text }) => text)
    .join(' ')} `

/** Whether a sentence asks. */
export const isQuestion = (tokens: readonly Token[], { from, to }: Stretch): boolean =>
  tokens.slice(from, to).some(({ text }) => text === '?')

const SUPPOSES =
  / (?:if|suppose|supposing|assume|assumes|assuming|assumed|imagine|hypothetical\w*|pretend|unless|what if|let us say|let's say|lets say|for example|for instance|e g|e\.g|say|at \d+ x|\d+ x (?:the )?(?:load|traffic|growth|scale|users)|ten times the|ten times as|ten times more|times the load|next year|in a year|one day|later on|grow|grows|grew|growth|doubles|double the|triples|after the (?:change|twist|launch)|in an attack|during an attack|attack) /

/** Whether what a sentence says is only supposed, or not yet so. */
export const isSupposed = (tokens: readonly Token[], sentence: Stretch): boolean =>
  SUPPOSES.test(wordsOf(tokens, sentence))

const REJECTS =
  /^(?:not|isn't|isnt|never|instead|than|without|wrong|n't|neither|nor|no|nicht|kein|keine|statt|ohne|weder|nie)$/
/** Whether a figure is named only to be turned down: "not 1,250", "instead of 0.5". */
export const isRejected = (tokens: readonly Token[], first: number, next: number): boolean => {
  const before = [1, 2, 3].map((n) => tokens[first - n]?.text ?? '')
  const near = before.findIndex((text) => REJECTS.test(text))
  const broken = before
    .slice(0, Math.max(0, near))
    .some((text) => JOINTS.has(text) || /^(?:more|less|fewer|but)$/.test(text))
  if (near >= 0 && !broken && !/^(?:more|less|fewer|higher|lower|rather)$/.test(before[near + 1] ?? ''))
    return true
  if (before[0] === 'than' && before[1] === 'rather') return true
  const after = ` ${[0, 1, 2, 3].map((n) => tokens[next + n]?.text ?? '').join(' ')} `
  return /^ (?:is|was|would be|are|looks|seems|cannot) (?:a )?(?:wrong|not|too|nonsense|never|out|impossible|be) /.test(
    after,
  )
}

const CORRECTS =
  /^(?:sorry|wait|oops|ups|correction|scratch|edit|redo|hm+|rather|actually|typo|mistake|wrong|nope|nah|no|nein|moment|korrektur|quatsch|falsch|vielmehr)$/
/** Whether a figure is taken back by what follows it: "no sorry, it is ...". */
export const isCorrected = (tokens: readonly Token[], next: number): boolean => {
  for (let at = next; at < Math.min(tokens.length, next + 12); at += 1) {
    const { text, kind } = tokens[at] as Token
    if (kind !== 'word' || !CORRECTS.test(text)) continue
    const set =
      /^[,.;:!(-]$/.test(tokens[at - 1]?.text ?? '') ||
      tokens[at - 1]?.kind === 'line' ||
      /^(?:no|oh|hm+)$/.test(tokens[at - 1]?.text ?? '')
    if (set && (text !== 'no' || /^(?:,|wait|sorry|that|it)$/.test(tokens[at + 1]?.text ?? '')))
      return hasNumber(tokens, at)
  }
  return false
}

const hasNumber = (tokens: readonly Token[], at: number): boolean =>
  tokens.slice(at, at + 15).some(({ kind }) => kind === 'number')
