/** Chat text as numbers, words and signs, each with the place where it stands. */
import type { Convention } from './convention.ts'
import { spelledOut } from './numeral.ts'
import type { Token } from './token.ts'

/** The tokens of a text, numbers that are spelled out included; what names a version or a time of day is a word. */
export const tokensOf = (text: string, convention: Convention = 'point'): Token[] => {
  const out: Token[] = []
  const scan = SCANS[convention]
  scan.lastIndex = 0
  for (let match = scan.exec(text); match !== null; match = scan.exec(text)) {
    const groups = match.groups ?? {}
    const start = match.index
    const last = out.at(-1)
    const glued = last !== undefined && last.end === start
    const add = (kind: Token['kind'], written: string, at: number): void => {
      const raw = kind === 'number' ? plainOf(written, convention) : written
      out.push({
        kind,
        text: folded(raw),
        raw,
        start: at,
        end: at + written.length,
        value: kind === 'number' ? Number(raw) : 0,
        glued: at === start ? glued : true,
      })
    }
    if (groups.line !== undefined) add('line', match[0], start)
    else if (groups.label !== undefined) add('word', match[0], start)
    else if (groups.number !== undefined) add('number', match[0], start)
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
const scanOf = (number: string, label: string): RegExp =>
  new RegExp(
    [
      '(?<line>\\n+)',
      `(?<label>${label}|\\d{1,2}:\\d{2}(?!\\d)|\\d+(?:st|nd|rd|th)\\b|24/7|[vV]\\d+(?:\\.\\d+)+)`,
      `(?<number>${number}|\\d{1,3}(?:['’]\\d{3})+(?!\\d)|(?<![\\d.] )\\d{1,3}(?:[ \\u00a0\\u202f]\\d{3})+(?!\\d|\\.\\d)|\\d+(?:_\\d{3})*(?:\\.\\d+)?(?:[eE][+-]?\\d+)?|(?<![\\d\\p{L}])\\.\\d+)`,
      '(?<times>(?<=\\d)(?:k|K|m|M|b|B|bn)?[x×](?=\\.?\\d)|(?<!\\p{L})[x×](?=\\.?\\d))',
      "(?<word>(?<=\\d)[\\p{L}]+|\\p{L}[\\p{L}\\p{N}'’]*)",
      '(?<sign>->|=>|→|⇒|~=|~~|≈|<=|>=|\\*\\*|[^\\s])',
    ].join('|'),
    'gu',
  )

const SCANS: Readonly<Record<Convention, RegExp>> = {
  point: scanOf(
    '\\d{1,3}(?:,\\d{3})+(?!\\d)(?:\\.\\d+)?|\\d{1,2}(?:,\\d{2})+,\\d{3}(?!\\d|,\\d)',
    '\\d+\\.\\d+\\.\\d[\\d.]*',
  ),
  comma: scanOf(
    '[1-9]\\d{0,2}(?:\\.\\d{3})+(?!\\d|\\.\\d)(?:,\\d+)?|(?<![\\d,])\\d+,\\d+(?!\\d|,\\d)',
    '(?!\\d{1,3}(?:\\.\\d{3})+(?!\\d|\\.\\d))\\d+\\.\\d+\\.\\d[\\d.]*',
  ),
  groups: scanOf(
    '[1-9]\\d{0,2}(?:[.,]\\d{3})+(?!\\d|[.,]\\d)',
    '(?!\\d{1,3}(?:\\.\\d{3})+(?!\\d|\\.\\d))\\d+\\.\\d+\\.\\d[\\d.]*',
  ),
}

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

/** A number as it was written, with a point before its decimals and nothing between its thousands. */
const plainOf = (raw: string, convention: Convention): string => {
  const bare = raw.replace(/[_'’ \u00a0\u202f]/g, '')
  if (convention === 'point') return bare.replaceAll(',', '')
  if (convention === 'groups')
    return /^[1-9]\d{0,2}(?:[.,]\d{3})+$/.test(bare) ? bare.replace(/[.,]/g, '') : bare
  const grouped = /^[1-9]\d{0,2}(?:\.\d{3})+(?:,|$)/.test(bare)
  return (grouped ? bare.replaceAll('.', '') : bare).replace(',', '.')
}
