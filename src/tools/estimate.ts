/** An estimate as it is typed, with its derivation line by line. */
import { BadInput } from '../numbers/bad-input.ts'
import { WIDTHS } from '../numbers/capacity/bytes.ts'
import { bytesText } from '../numbers/capacity/derived.ts'
import { peakRate } from '../numbers/capacity/rate.ts'
import { numberText } from '../numbers/number-text.ts'
import { type Expression, expressionAt } from '../numbers/referee/expression.ts'
import { expressionText } from '../numbers/referee/lines.ts'
import { spelledOut } from '../numbers/referee/numeral.ts'
import { tokensOf } from '../numbers/referee/tokens.ts'
import type { Answer, Tool } from './tool.ts'

const MOST = 300

/** Argument: text, such as `120M users x 9 / day`, `80M x 256 float32`, `12/(12+95)`. Nothing of it is run as a program. */
export const estimate: Tool = async ({ args }) => {
  const text = (args.text ?? '').trim()
  if (text === '') throw new BadInput('There is nothing to estimate.', { mend: EXAMPLES })
  if (text.length > MOST)
    throw new BadInput(`An estimate has at most ${MOST} characters.`, { mend: EXAMPLES })
  const spelled = withWidths(text)
  const tokens = spelledOut(tokensOf(spelled))
  const found = expressionAt(tokens, 0)
  if (found === undefined || found.next < tokens.length)
    throw new BadInput(
      `I cannot read "${restOf(spelled, tokens[found?.next ?? 0]?.start ?? 0)}" as part of an estimate.`,
      {
        ...{ column: 'text', value: text, mend: EXAMPLES },
      },
    )
  if (!Number.isFinite(found.base))
    throw new BadInput('It divides by zero.', { mend: 'Write another divisor.' })
  return answerOf(spelled, found)
}

const EXAMPLES = 'Examples: 120M users x 9 / day, 80M x 256 float32, 12/(12+95).'

/** `256 float32` says how many bytes a number takes. */
const withWidths = (text: string): string =>
  text.replace(
    /\s+(?:x\s+)?(float(?:64|32|16|8)|bfloat16|int(?:64|32|16|8)|bit)s?\b/gi,
    (_, type: string) => {
      const width = WIDTHS[type.toLowerCase() as keyof typeof WIDTHS]
      return ` x ${width} bytes`
    },
  )

const restOf = (text: string, from: number): string => text.slice(from, from + 40)

const answerOf = (text: string, found: Expression): Answer => {
  const { says, value, unit, lines } = readingOf(text, found)
  return {
    title: 'Estimate',
    text: [`**${says}**`, lines.map((line) => `- ${line}`).join('\n')].join('\n\n'),
    data: { text, value, unit, lines },
    pictures: [],
  }
}

type Reading = { says: string; value: number; unit: string; lines: string[] }

const DAY = 86_400

const readingOf = (text: string, found: Expression): Reading => {
  const { raw, base, heads, rates, divides, seconds } = found
  const written = expressionText(text.replace(/(?<=\d),(?=\d{3}(?!\d))/g, ''))
  const told = toldOf(written, found)
  if (told) return told
  const bytes = heads.includes('bytes')
  if (!bytes && !heads.includes('time') && rates && seconds !== undefined && !divides)
    return rate(
      peakRate({ people: raw, seconds }),
      `${written} = ${numberText(raw)} in ${numberText(seconds)} s`,
    )
  if (!bytes && !rates && divides && found.inputs.includes(DAY))
    return rate(peakRate({ people: base, seconds: 1 }), `${written} = ${numberText(base)} per second`)
  if (bytes && !divides) {
    const per = rates ? ' per second' : ''
    const says = `${bytesText(base)}${per}`
    return {
      says,
      value: base,
      unit: `bytes${per}`,
      lines: [`${written} = ${numberText(base)} bytes${per} = ${says}`],
    }
  }
  if (
    bytes &&
    !rates &&
    heads.every((head) => head !== 'time') &&
    heads.filter((head) => head === 'bytes').length === 1
  )
    return { says: bytesText(base), value: base, unit: 'bytes', lines: [`${written} = ${bytesText(base)}`] }
  if (bytes && rates) {
    const says = `${numberText(base)} seconds`
    return { says, value: base, unit: 'seconds', lines: [`${written} = ${says}`] }
  }
  const share = heads.every((head) => head === 'none' || head === 'share') && base > 0 && base < 1
  const says = share ? `${numberText(base)}, or ${numberText(100 * base)} %` : numberText(base)
  return { says, value: base, unit: '', lines: [`${written} = ${numberText(base)}`] }
}

/** What words alone say: so many in a time, a rate over a time, what each of a crowd has. */
const toldOf = (written: string, found: Expression): Reading | undefined => {
  const { base, heads, spoken, inputs, nouns, rates } = found
  const special = heads.find((head) => head === 'bytes' || head === 'money')
  const [other] = spoken?.others ?? []
  const [left = 0, right = 0] = inputs
  if (spoken?.manner === 'span' && Math.abs((spoken.periods ?? 0) - 1) < 0.02 && other && !special)
    return rate(
      peakRate({ people: other.base, seconds: 1 }),
      `${written} = ${numberText(other.base)} per second`,
    )
  if (spoken?.manner === 'span' && !special) {
    const says = `${numberText(base)}${base >= MILLION ? `, or ${shortOf(base)}` : ''} in all`
    const months = /\bmonths?\b/i.test(written) ? ['A month counts 30 days here.'] : []
    return { says, value: base, unit: 'in all', lines: [`${written} = ${numberText(base)}`, ...months] }
  }
  if (spoken?.manner === 'pace' && !special)
    return rate(peakRate({ people: base, seconds: 1 }), `${written} = ${numberText(base)} per second`)
  if (spoken?.manner === 'lasts') return lasting(written, base)
  if (spoken?.manner !== 'crowd' || !rates || special) return undefined
  if (new Set(nouns).size < nouns.length && other) return lasting(written, other.base)
  // "100 million at 50 a second" is a time as well as a rate.
  if (left > right && nouns.length < 2)
    throw new BadInput('It can be a product or a quotient.', { mend: 'Write x or / between the two.' })
  return undefined
}

const lasting = (written: string, seconds: number): Reading => {
  const [size, name] = SPANS.find(([least]) => seconds >= 2 * least) ?? [1, '']
  const says = `${numberText(seconds)} seconds${name && `, or ${numberText(Number((seconds / size).toPrecision(3)))} ${name}`}`
  return { says, value: seconds, unit: 'seconds', lines: [`${written} = ${says}`] }
}

const SPANS: readonly (readonly [number, string])[] = [
  [DAY, 'days'],
  [3600, 'hours'],
  [60, 'minutes'],
]

const MILLION = 1e6

const shortOf = (value: number): string => {
  const [size, name] = value >= 1e12 ? [1e12, 'trillion'] : value >= 1e9 ? [1e9, 'billion'] : [1e6, 'million']
  return `${numberText(Number((value / size).toPrecision(3)))} ${name}`
}

const rate = ({ value, lines }: ReturnType<typeof peakRate>, first: string): Reading => ({
  says: `${numberText(value / 3)} per second on average, ${numberText(value)} at three times that in the peak`,
  value: value / 3,
  unit: 'per second',
  lines: [first, ...lines.slice(1).filter((line) => !line.includes(' / 1 s '))],
})
