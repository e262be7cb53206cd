/** Chat text as numbers, words and signs, each with the place where it stands. */
import { spelledOut } from './numeral.ts'
import type { Token } from './token.ts'

/** The tokens of a text, numbers that are spelled out included; what names a version or a time of day is a word. */
export const tokensOf = (text: string): Token[] => {
  const out: Token[] = []
  SCAN.lastIndex = 0
  for (let match = SCAN.exec(text); match !== null; match = SCAN.exec(text)) {
    const groups = match.groups ?? {}
    const start = match.index
    const last = out.at(-1)
    const glued = last !== undefined && last.end === start
    const add = (kind: Token['kind'], raw: string, at: number, value = 0): void => {
      out.push({
        kind,
        text: folded(raw),
        raw,
        start: at,
        end: at + raw.length,
        value,
        glued: at === start ? glued : true,
      })
    }
    if (groups.line !== undefined) add('line', match[0], start)
    else if (groups.label !== undefined) add('word', match[0], start)
    else if (groups.number !== undefined) add('number', match[0], start, numberOf(match[0]))
    else if (groups.times !== undefined) {
      const by = groups.times.length - 1
      if (by > 0) add('word', groups.times.slice(0, by), start)
      add('sign', 'x', start + by)
    } else add(groups.word === undefined ? 'sign' : 'word', match[0], start)
  }
  return spelledOut(out)
}

/**
 * In this order: a line's end; versions, times of day and ordinals; numbers, `12 500` and `12,500` among them; the x of
 * `80Mx256`; words, with the digits in `p99`; arrows; any other sign.
 */
const SCAN = new RegExp(
  [
    '(?<line>\\n+)',
    '(?<label>\\d+\\.\\d+\\.\\d[\\d.]*|\\d{1,2}:\\d{2}(?!\\d)|\\d+(?:st|nd|rd|th)\\b|24/7|[vV]\\d+(?:\\.\\d+)+)',
    '(?<number>\\d{1,3}(?:,\\d{3})+(?!\\d)(?:\\.\\d+)?|(?<![\\d.] )\\d{1,3}(?:[ \\u00a0\\u202f]\\d{3})+(?![\\d.])|\\d+(?:_\\d{3})*(?:\\.\\d+)?(?:[eE][+-]?\\d+)?|(?<![\\d\\p{L}])\\.\\d+)',
    '(?<times>(?<=\\d)(?:k|K|m|M|b|B|bn)?[x×](?=\\.?\\d)|(?<!\\p{L})[x×](?=\\.?\\d))',
    "(?<word>(?<=\\d)[\\p{L}]+|\\p{L}[\\p{L}\\p{N}'’]*)",
    '(?<sign>->|=>|→|⇒|~=|~~|≈|<=|>=|\\*\\*|[^\\s])',
  ].join('|'),
  'gu',
)

const folded = (raw: string): string =>
  raw
    .toLowerCase()
    .replace(/[’]/g, "'")
    .replace(/μ/g, 'µ')
    .replace(/^(?:->|=>|⇒)$/, '→')
    .replace(/^(?:~=|~~)$/, '≈')
    .replace(/^[–—−]$/, '-')
    .replace(/^[×·∙]$/, 'x')
    .replace(/^÷$/, '/')
    .replace(/^\*\*$/, '^')
    .replace(/^≤$/, '<=')
    .replace(/^≥$/, '>=')

const numberOf = (raw: string): number => Number(raw.replace(/[,_ \u00a0\u202f]/g, ''))
