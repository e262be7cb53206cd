/** What could have been said on a criterion: a sentence for this very talk where somebody taught one, else a general one. */
import { answers } from '../transcript.ts'
import type { Material } from './material.ts'
import type { Where } from './where.ts'

/** The moment at which a sentence could have followed, with the beginning of what was said there. */
export type Moment = { where: Where; said: string }

/** A sentence that would have met a criterion; `moment` is null for one that is not about this talk. */
export type Sayable = { sentence: string; moment: Moment | null }

/** What could have been said in an attempt, 0 being the interview itself. */
export const sayable = (material: Material, criterion: string, attempt = 0): Sayable => {
  const { context, problem } = material
  const taught = context.taught?.[attempt]
  const lessons = taught === undefined || taught === 'failed' ? [] : taught.lessons
  const lesson = lessons.find((one) => one.criterion === criterion)
  const moment = lesson === undefined ? null : momentAt(material, lesson.after, attempt)
  if (lesson !== undefined && moment !== null) return { sentence: lesson.say, moment }
  const general = problem.exemplars[criterion] ?? material.criterion(criterion)?.criterion.exemplar
  return { sentence: general ?? '', moment: null }
}

/** Everyone who taught a part of it, and the attempts that nobody could teach. */
export const teachingOf = ({ context: { taught = {} } }: Material): { by: string[]; failed: number[] } => {
  const all = Object.entries(taught)
  return {
    by: [...new Set(all.flatMap(([, one]) => (one === 'failed' ? [] : [one.by])))],
    failed: all.flatMap(([attempt, one]) => (one === 'failed' ? [Number(attempt)] : [])),
  }
}

/** Words of a message that are enough to know it by. */
const BEGINNING = 12

const momentAt = ({ log, find }: Material, entry: number, attempt: number): Moment | null => {
  const answer = answers(log).find((one) => one.entry === entry && one.attempt === attempt)
  const where = answer === undefined ? null : find(answer.text, entry, attempt)
  if (answer === undefined || where === null) return null
  const words = answer.text.trim().split(/\s+/)
  const beginning = words.slice(0, BEGINNING).join(' ')
  return { where, said: words.length > BEGINNING ? `${beginning} ...` : beginning }
}
