/** Tries until there is an answer, as long as it makes sense. */
import { learned } from './abilities.ts'
import { attempt, type Course } from './attempt.ts'
import type { Received } from './collecting.ts'
import { Shut } from './gate.ts'
import { pause } from './limits.ts'
import type { Line } from './line.ts'
import { meaningOf } from './meaning.ts'
import { type Message, ModelFailure } from './model.ts'
import { TRIES, waitBefore } from './retry.ts'
import { hostOf } from './settings.ts'
import { Trouble } from './wire.ts'

/** An answer to the messages, whatever it says; throws a `ModelFailure`. */
export const answered = async <T>(
  line: Line,
  course: Course<T>,
  messages: readonly Message[],
): Promise<Received> => {
  let tries = 1
  let lessons = 0
  let before: Trouble | undefined
  for (;;) {
    try {
      return await attempt(line, course, messages)
    } catch (error) {
      if (error instanceof Shut) throw shut(error, line, course, before)
      if (!(error instanceof Trouble)) throw error
      const better = lessons < LESSONS ? learned(line.abilities, error) : undefined
      if (better) {
        line.abilities = better
        lessons++
        // What is learned from costs nothing and is no failure of the question.
        course.used.pop()
        continue
      }
      await waitAfter(error, line, course, tries++)
      before = error
    }
  }
}

/** An endpoint that takes none of the ways in which it can be asked is not asked forever. */
const LESSONS = 6

/** Waits for the next try, or throws when there shall be none. */
const waitAfter = async <T>(
  trouble: Trouble,
  line: Line,
  course: Course<T>,
  tries: number,
): Promise<void> => {
  const { clock, endpoint, gate, random } = line
  const { limits, used } = course
  const meaning = meaningOf(trouble, endpoint)
  const wait = waitBefore(tries + 1, trouble.after, random())
  const again = meaning.passing && trouble.again !== false
  const next = clock.now() + wait
  if (again && tries < TRIES && next < limits.until) {
    await pause(clock, next, limits.signal)
    if (limits.why() === undefined) return
  }
  if (trouble.after !== undefined) gate.shutUntil(clock.now() + trouble.after)
  const stopped = limits.why()
  if (stopped !== undefined && meaning.kind !== stopped)
    throw new ModelFailure(stopped, `${meaning.says} Then there was no more time.`, used, { cause: trouble })
  const count = again && tries > 1 ? ` It was tried ${tries} times.` : ''
  throw new ModelFailure(meaning.kind, `${meaning.says}${count}`, used, { cause: trouble })
}

const shut = <T>(
  { until, asked }: Shut,
  { clock, endpoint }: Line,
  { used }: Course<T>,
  before: Trouble | undefined,
): ModelFailure => {
  const host = hostOf(endpoint.baseUrl)
  const left = Math.max(1, Math.ceil((until - clock.now()) / 1_000))
  const options = before ? { cause: before } : undefined
  return asked
    ? new ModelFailure('busy', `${host} wants to be left in peace for another ${left} s.`, used, options)
    : new ModelFailure(
        'unreachable',
        `${host} has failed several times in a row; it is asked again in ${left} s.`,
        used,
        options,
      )
}
