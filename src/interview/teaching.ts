/** After the verdicts and before the report: somebody may say what could have been said. */
import type { Draft } from './draft.ts'
import { effectId } from './draft.ts'
import type { Event } from './events.ts'
import type { Taught } from './lesson.ts'

/** Asks for it; the report waits for the answer, whatever it is. */
export const teach = (d: Draft): void => {
  d.next.jobs += 1
  d.next.teaching = d.next.jobs
  const { stage, retrying } = d.next
  d.effects.push({ type: 'teach', id: effectId(d), job: d.next.jobs, stage, attempt: retrying ?? 0 })
}

/** Takes what was said, beside what is known of earlier attempts; where it failed, the report says so. */
export const learn = (d: Draft, event: Event): void => {
  d.next.teaching = null
  if (event.type === 'failed') set(d, 'failed')
  if (event.type !== 'taught' || event.lessons.length === 0) return
  set(d, { by: event.by, lessons: event.lessons })
}

const set = (d: Draft, one: Taught): void => {
  d.next.taught = { ...d.next.taught, [d.next.retrying ?? 0]: one }
}
