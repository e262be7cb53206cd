/** The teacher that asks a model, once for all points; what it says is believed sentence by sentence, each after its checks. */
import type { Lesson } from '../interview/lesson.ts'
import { askOn } from '../model/model.ts'
import { unfenced } from '../prompt/fence.ts'
import { spokenIn } from '../prompt/spoken.ts'
import { lessonFault } from './check/lesson.ts'
import type { Means } from './llm.ts'
import type { Teacher } from './teacher.ts'

/** Teaches through the model of the judge; throws its `ModelFailure`. */
export const llmTeacher = ({ model, prompts, mark }: Means): Teacher => ({
  by: `model 1.0.0 (${model.describe('judge')})`,
  async teach(review, errand = {}) {
    const { points, log, attempt, seed } = review
    const talk = spokenIn(log, attempt)
    if (points.length === 0 || !talk.some(({ who }) => who === 'candidate')) return []
    const secret = mark(seed)
    const { prompt, messages, shape } = prompts.teach({ ...review, talk }, secret)
    const most = SOME_TOKENS + points.length * TOKENS_EACH
    const { lessons } = await askOn(model, errand, { role: 'judge', prompt, messages, shape, most })
    const kept = new Map<string, Lesson>()
    for (const { criterion, after, say } of lessons) {
      const lesson = { criterion, after, say: spoken(say) }
      const fits = !say.includes(secret) && lessonFault(lesson, review) === undefined
      if (fits && !kept.has(criterion)) kept.set(criterion, lesson)
    }
    return points.flatMap(({ criterion }) => kept.get(criterion.id) ?? [])
  },
})

const SOME_TOKENS = 500
const TOKENS_EACH = 200

/** One line, without marks around it. */
const spoken = (say: string): string =>
  unfenced(say)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^["“„»«](.*)["”“«»]$/, '$1')
