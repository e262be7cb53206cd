/** An interviewer that, while it coaches, at most once a stage asks to look again at a figure that is certainly off. */
import { remembered } from '../flow/remembered.ts'
import { sentences } from '../flow/words.ts'
import { isCorrectedBy } from '../numbers/referee/corrected.ts'
import { figuresIn } from '../numbers/referee/figure.ts'
import type { Finding, NumericCheck } from '../numbers/referee/finding.ts'
import { referee } from '../numbers/referee/referee.ts'
import { tokensOf } from '../numbers/referee/tokens.ts'
import { lastLanguage } from './check/language.ts'
import type { Brief, Interviewer, Reply } from './interviewer.ts'

/** How each sentence begins; by it the next turn knows that one was said. */
const BEGINS = {
  en: 'Check one figure before we go on: you wrote',
  de: 'Prüfe eine Zahl, bevor wir weitergehen: Du hast geschrieben',
} as const

/** Words of a turn, and of what is quoted in it. */
const MOST = 60
const QUOTED = 24

/** The same interviewer, with one neutral sentence before its reply where a sum is off; the right value is left to the report. */
export const refereeing = (inner: Interviewer): Interviewer => ({
  ...inner,
  reply: async (brief, onDelta, errand) => {
    const doubt = doubtIn(brief)
    if (doubt === undefined) return inner.reply(brief, onDelta, errand)
    // Whether both fit into one turn is known once the reply is whole, so nothing of it is shown before.
    const reply = await inner.reply(brief, undefined, errand)
    return withDoubt(doubt, reply)
  },
})

/** What leads on or sets a task is not delayed: nobody would look again. */
const withDoubt = (doubt: string, reply: Reply): Reply => {
  const say = `${doubt} ${reply.say}`
  const fits = reply.move !== 'advance' && reply.exercise === undefined && say.split(/\s+/).length <= MOST
  return fits ? { ...reply, say } : reply
}

const doubtIn = (brief: Brief): string | undefined => {
  const { purpose, options, said, language } = brief
  const tongue = /^en\b/i.test(language ?? 'en') ? 'en' : /^de\b/i.test(language ?? '') ? 'de' : undefined
  if (purpose !== 'turn' || options.mode !== 'coach' || tongue === undefined || spokeHere(brief))
    return undefined
  const texts = said.map(({ text }) => text)
  const quotes = texts.flatMap((text, n) => {
    const later = texts.slice(n + 1)
    const standing = accusations(text, brief).filter((one) => !later.some((next) => isCorrectedBy(one, next)))
    return standing.map((one) => quoteOf(text, one))
  })
  const quote = quotes.find((one) => one !== '' && !/[?\n"]|\b[A-Z]{2}\d+\b/.test(one))
  if (quote === undefined) return undefined
  // Where no language was asked for, figures are read only of whoever writes English; to tell that is what takes time.
  const written = language ?? lastLanguage(said.map(({ text }) => text)) ?? 'en'
  return tongue === 'de' || /^en\b/i.test(written) ? `${BEGINS[tongue]} "${quote}".` : undefined
}

const spokeHere = ({ log, spoken, stage }: Brief): boolean => {
  const here = log?.filter((entry) => entry.who === 'interviewer' && entry.stage === stage.id)
  const texts = here?.map(({ text }) => text) ?? spoken
  return texts.some((text) => Object.values(BEGINS).some((begins) => text.includes(begins)))
}

/** A sum is off by itself; the problem's own figures count as long as nobody supposes others. */
const accusations = (text: string, brief: Brief): Finding[] => {
  if (!FIGURE.test(text)) return []
  const { problem, revealed, language = 'en' } = brief
  const supposed = SUPPOSES.test(text) || isChanged(brief)
  const facts = problem.facts.filter(({ id }) => revealed.includes(id))
  const known = [problem.opening, ...facts.map(({ says }) => says)]
  const ground = supposed ? { checks: [], facts: [] } : { checks: derivable(problem.checks, known), facts }
  return referee(text, { ...ground, commas: !/^en\b/i.test(language) }).filter(
    ({ kind }) => kind !== 'right' && (!supposed || kind === 'arithmetic'),
  )
}

/** Figures that anybody knows: parts of a day and a year, thousands, bytes of a number. */
const COMMON = new Set([1, 2, 4, 7, 8, 12, 24, 30, 60, 365, 1000, 1024, 3600, 86_400, 1e6, 1e9])

/** Checks whose every figure was told; any other one may rest on a guess of the candidate's. */
const derivable = (checks: readonly NumericCheck[], told: readonly string[]): NumericCheck[] => {
  const figures = told.flatMap(valuesIn)
  const isKnown = (value: number) =>
    COMMON.has(value) || figures.some((figure) => Math.abs(figure / value - 1) < 1e-6)
  return checks.filter(({ derivation }) =>
    [...derivation.matchAll(/\d+(?:\.\d+)?(?:e\d+)?/g)].every(([figure]) => isKnown(Number(figure))),
  )
}

/** The exact figures of a text; facts are told many times. */
const valuesIn = remembered((text) =>
  figuresIn(tokensOf(text)).flatMap(({ low, high }) => (low === high ? [low] : [])),
)

/** Without one of these there is no figure, and nothing to be read. */
const FIGURE =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|half|dozen)\b/i

const SUPPOSES =
  /\b(say|suppos\w*|assum\w*|imagine|if|pretend|hypothe\w*|what-if|let'?s take|for example|e\.g|were|would be|instead of|at most|up to|twice|double|triple|(?:ten|hundred|\d+) ?(?:times|x) (?:that|this|the|as|more)|growth|grows?|next year|later|angenommen|wenn|falls|doppelt|zehnmal|beispiel\w*)\b/i

/** Once a requirement has changed, or the last question supposes another size, the problem's figures hold no longer. */
const isChanged = ({ problem: { twist }, spoken }: Brief): boolean => {
  const told = twist !== undefined && spoken.some((line) => line.includes(twist.says))
  return told || SUPPOSES.test(spoken.at(-1) ?? '')
}

/** The candidate's own words: the sum as it was written, or the sentence around the figure where it is short. */
const quoteOf = (text: string, { kind, quote, start, end, derivation }: Finding): string => {
  if (kind === 'arithmetic') {
    const sum = derivation[0]?.replace(/ = [^=]*$/, '') ?? ''
    const from = sum === '' ? -1 : text.lastIndexOf(sum, start)
    if (from >= 0) return short(text.slice(from, end)) ?? quote
  }
  const around = sentences(text).find((one) => one.start <= start && one.end >= end)
  const whole =
    around &&
    text
      .slice(around.start, around.end)
      .trim()
      .replace(/[.!;,]+$/, '')
  return (whole && short(whole)) ?? quote
}

const short = (words: string): string | undefined => (words.split(/\s+/).length <= QUOTED ? words : undefined)
