/** A few of the candidate's own words, put before the question that follows from them. */
import type { Criterion } from '../flow/flow.ts'
import { FUNCTION_WORDS } from '../flow/function-words.ts'
import { orders } from '../flow/orders.ts'
import type { Span } from '../flow/phrase.ts'
import { stem } from '../flow/stem.ts'
import { sentences, type Word, words } from '../flow/words.ts'
import { everyday } from './everyday.ts'
import { placesOf } from './heard.ts'
import type { Brief } from './interviewer.ts'
import { LEADS } from './phrases.ts'
import { technical } from './technical.ts'
import { vocabularyOf } from './vocabulary.ts'
import { unused } from './wording.ts'

const READ = 4_000
/**
 * Longer quotes would make the candidate's own words pass for words that were given: the grader takes five words in a
 * row for a copy, and a short answer for an echo when all its telling words stand in one sentence of ours.
 */
const MOST = 4
const MOST_TELLING = 3
/** Words that stood in so many of our own last messages are not the candidate's. */
const RECENT = 4
/** Shorter messages are not quoted. */
const LEAST = 5

/** A sentence that quotes what was said of this criterion in this turn, or nothing when nothing fits. */
export const lead = (brief: Brief, criterion: Criterion, asks: string): string => {
  const { said, spoken, seed } = brief
  for (const { text } of [...said].reverse()) {
    const quote = quotable(text.slice(0, READ), brief, criterion, asks)
    if (quote === undefined) continue
    const ways = LEADS.map((way) => way.replace('{words}', () => quote))
    return unused(ways, spoken, `${seed} lead ${spoken.length}`) ?? ''
  }
  return ''
}

const quotable = (text: string, brief: Brief, criterion: Criterion, asks: string): string | undefined => {
  if (words(text).filter(telling).length < LEAST) return undefined
  const question = words(asks)
  const ours = [asks, ...brief.spoken.slice(-RECENT)].join(' ').toLowerCase()
  const asked = new Set(
    question.filter(({ stem }) => technical(stem) && !COMMON.has(stem)).map(({ stem }) => stem),
  )
  const about = new Set(question.filter(telling).map(({ stem }) => stem))
  const stated = sentences(text)
    .map(({ start, end }) => text.slice(start, end))
    .filter((one) => !one.includes('?') && !ASIDE.test(one) && orders(words(one)).length === 0)
  for (const places of [placesOf.bind(undefined, criterion), alike(asked)])
    for (const sentence of stated) {
      const all = words(sentence)
      for (const place of places(all)) {
        if (!hangs(all.slice(place.from, place.to), about)) continue
        const quote = cut(sentence, all, place, vocabularyOf(brief.flow, brief.problem))
        if (quote !== undefined && !ours.includes(quote.toLowerCase())) return quote
      }
    }
  return undefined
}

/** A phrase hangs together by itself; a lone word, or one beside a small one, only where the question takes it up. */
const hangs = (place: readonly Word[], about: ReadonlySet<string>): boolean =>
  place.filter(telling).length > 1 || place.some(({ stem }) => about.has(stem))

/** What somebody says of himself, hands on from elsewhere, or tells the bot. */
const ASIDE =
  /["“”„»«`<>|@]|https?:|www\.|\b(?:my (?:name|boss|manager|wife|husband|mother|father|friend|company|employer|team|phone|number|e?mail|address|age|salary)|call me|i (?:live|work|worked|am|was) (?:in|at|for|from)|i['’]m (?:in|at|from)|you(?:r|['’]re)?|fuck|shit|stupid|idiot|dumb)\b/i

const alike =
  (asked: ReadonlySet<string>) =>
  (text: readonly Word[]): Span[] =>
    text.flatMap(({ stem }, at) => (asked.has(stem) ? [{ from: at, to: at + 1 }] : []))

/** The words of a place, with one beside them where it is a single one; nothing when they cannot be shown. */
const cut = (
  sentence: string,
  all: readonly Word[],
  { from, to }: Span,
  known: ReadonlySet<string>,
): string | undefined => {
  const fits = (a: number, b: number): boolean =>
    a >= 0 &&
    b <= all.length &&
    b - a <= MOST &&
    all.slice(a, b).filter(telling).length <= MOST_TELLING &&
    shown(sentence, all, a, b, known)
  const [first, last] = [all[from], all[to - 1]]
  if (!first || !last || !telling(first) || !telling(last) || first.text.length < 2) return undefined
  if (all.slice(Math.max(0, from - 3), to).some(({ text }) => NEGATES.test(text)) || all[from - 1]?.number)
    return undefined
  const [a, b] = to - from > 1 ? [from, to] : grown(all, from, fits)
  if (!fits(a, b) || !worth(all.slice(a, b))) return undefined
  return verbatim(sentence, all, a, b)
}

/** A word of the trade has to be in it, and by itself no common one; three words speak for themselves. */
const worth = (quote: readonly Word[]): boolean =>
  quote.length > 2 || quote.some(({ stem }) => technical(stem) && (quote.length > 1 || !COMMON.has(stem)))

const COMMON: ReadonlySet<string> = new Set(
  'training train prediction predict model data feature label loss error score user system metric serving service request cost'
    .split(' ')
    .map(stem),
)

/** A single word with what it is done to (`sample the negatives`), or with the word that tells which one it is. */
const grown = (
  all: readonly Word[],
  at: number,
  fits: (from: number, to: number) => boolean,
): [from: number, to: number] => {
  const [article, object, after] = [all[at + 1], all[at + 2], all[at + 3]]
  const ends = after === undefined || !telling(after) || !fits(at + 2, at + 4)
  if (article && object && ARTICLES.has(article.text) && telling(object) && ends && fits(at, at + 3))
    return [at, at + 3]
  const before = all[at - 1]
  return before && telling(before) && before.text.length > 1 && fits(at - 1, at + 1)
    ? [at - 1, at + 1]
    : [at, at + 1]
}

const ARTICLES = new Set(['the', 'a', 'an', 'all', 'every', 'each', 'our', 'its'])
/** Small words that may stand inside a quote. */
const INNER = new Set(
  'of the a an to in by for per and on with at from as all every each our its no'.split(' '),
)

const NEGATES = /^(?:no|not|never|without|nor|neither|cannot|instead|\w+nt)$/

const verbatim = (sentence: string, all: readonly Word[], from: number, to: number): string =>
  sentence.slice(all[from]?.start ?? 0, all[to - 1]?.end ?? 0)

/** Plain words only, each of which the interview has a use for, so that nothing personal or rude is handed back. */
const shown = (
  sentence: string,
  all: readonly Word[],
  from: number,
  to: number,
  known: ReadonlySet<string>,
): boolean =>
  /^\p{L}[\p{L} '’-]*$/u.test(verbatim(sentence, all, from, to)) &&
  all.slice(from, to).every(({ text, stem, number }) => {
    if (number || NEVER.test(text)) return false
    return (
      INNER.has(text) || technical(stem) || (!FUNCTION_WORDS.has(text) && known.has(stem) && !everyday(stem))
    )
  })

/** Words of praise, and of how answers are judged. */
const NEVER =
  /^(?:great|good|nice|excellent|perfect|awesome|brilliant|fantastic|wonderful|impressive|love|well|partial\w*|rubric\w*|criteri\w*|verdict\w*|anchor\w*|grad(?:e|er|ing)|interview\w*|candidate\w*)$/

const telling = ({ text, number }: Word): boolean => !number && !FUNCTION_WORDS.has(text)
