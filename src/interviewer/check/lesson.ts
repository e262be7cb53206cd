/** What a sentence that somebody could have said is held against: their design, what they knew then, and their language. */
import type { Lesson } from '../../interview/lesson.ts'
import { answers, folded } from '../../interview/transcript.ts'
import { spokenIn } from '../../prompt/spoken.ts'
import type { Review } from '../teacher.ts'
import { length } from '../wording.ts'
import { criterionNamed } from './criterion.ts'
import { languageOf, lastLanguage } from './language.ts'
import { markupIn } from './plain.ts'
import { praiseIn } from './praise.ts'
import { quantities, same } from './quantity.ts'
import { givesAway, telling, tellingOf } from './telling.ts'

/** Words that such a sentence may have. */
export const MOST = 45

/** Why a lesson is not to be believed; nothing where it may be shown. */
export const lessonFault = (lesson: Lesson, review: Review): string | undefined => {
  const { points, log, attempt } = review
  const { criterion, after, say } = lesson
  const point = points.find((one) => one.criterion.id === criterion)
  if (point === undefined) return 'it is about no point that is open'
  const own = answers(log).filter((answer) => answer.attempt === attempt)
  if (!own.some(({ entry }) => entry === after)) return 'there is no such moment'
  const count = length(say)
  if (count === 0 || count > MOST) return `it has ${count} words`
  const repeats = [point.exemplar, ...own.map(({ text }) => text)].some((text) => holds(text, say))
  if (repeats) return 'it says what was said'
  return (
    MANNERS.map((fault) => fault(say, review)).find((fault) => fault !== undefined) ?? unknown(lesson, review)
  )
}

type Fault = (say: string, review: Review) => string | undefined

const MANNERS: readonly Fault[] = [
  (say) => {
    const what = markupIn(say)
    return what && `it has ${what}`
  },
  (say) => (ADVICE.test(say) ? 'it speaks to the candidate' : undefined),
  (say) => {
    const found = praiseIn(say, true)
    return found && `it praises ("${found}")`
  },
  (say, { flow }) => {
    const id = criterionNamed(say, flow)
    return id && `it names the criterion ${id}`
  },
  (say, { language, log }) => {
    const own = answers(log).map(({ text }) => text)
    const wanted = language?.toLowerCase().split(/[-_]/)[0] ?? lastLanguage(own)
    const found = languageOf(say)
    return found !== undefined && wanted !== undefined && found !== wanted ? `it is in "${found}"` : undefined
  },
]

/** Said to the candidate, and not by them. */
const ADVICE = /^\W*(?:you|the candidate|du)\b|\byou (?:should|could|might|ought)\b/i

/** Nothing that was not known at that moment: neither a figure, nor what a fact says that was never asked for. */
const unknown = ({ after, say }: Lesson, { problem, revealed, log, attempt }: Review): string | undefined => {
  const before = spokenIn(log, attempt).filter(({ entry }) => entry <= after)
  const texts = [problem.title, problem.opening, ...before.map(({ text }) => text)]
  const figures = texts.flatMap(quantities).map(({ value }) => value)
  const invented = quantities(say).find(({ value }) => !figures.some((one) => same(one, value)))
  if (invented) return `nobody had said "${invented.text}" by then`
  const [known, said] = [tellingOf(texts), telling(say)]
  const leaked = problem.facts.find(
    ({ id, says }) => !revealed.includes(id) && givesAway(says, { known, said }),
  )
  return leaked && `nobody had asked for the fact "${leaked.id}"`
}

const holds = (text: string, say: string): boolean => plain(text).includes(plain(say))

const plain = (text: string): string =>
  folded(text)
    .toLowerCase()
    .replace(/[.!?]+$/, '')
