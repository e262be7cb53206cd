/** What helps a candidate along: hints, another question, the same one again, time to think. */
import { reaches } from '../flow/flow.ts'
import type { Draft } from './draft.ts'
import { clearTimers, note, say, setTimer } from './draft.ts'

/** Silence after which the interviewer asks again, and what "let me think" buys, in milliseconds. */
export const SILENCE = 180_000
export const THINKING_TIME = 120_000

/** What follows on this criterion earns at most a partial. */
export const help = (d: Draft, criterion: string): void => {
  if (d.next.helped[criterion] === undefined)
    d.next.helped = { ...d.next.helped, [criterion]: d.next.entries - 1 }
}

/** The next rung of the ladder for the criterion in question. */
export const hint = (d: Draft): void => {
  const target = hintTarget(d)
  if (target === undefined) {
    note(d, 'no-more-hints')
    return
  }
  const rung = d.next.hints[target.id] ?? 0
  d.next.hints = { ...d.next.hints, [target.id]: rung + 1 }
  d.next.focus = target.id
  say(d, { kind: 'hint', text: target.hints[rung] ?? '', rung: rung + 1 })
  help(d, target.id)
  setTimer(d, 'silence', d.at + SILENCE)
}

const hintTarget = (d: Draft) => {
  const { focus, hints, covered, skipped, options } = d.next
  const useful = d.plan
    .stage(d.next.stage)
    .criteria.filter(
      ({ id, hints: ladder, measured }) =>
        measured === undefined &&
        (hints[id] ?? 0) < ladder.length &&
        covered[id]?.verdict !== 2 &&
        !skipped.includes(id),
    )
  const rank = ({ core, level, weight }: (typeof useful)[number]) =>
    (core !== undefined && reaches(options.level, core) ? 100 : 0) +
    (reaches(options.level, level) ? 10 : 0) +
    weight
  return useful.find(({ id }) => id === focus) ?? useful.sort((a, b) => rank(b) - rank(a))[0]
}

/** Leaves the question open for good and asks another. */
export const skip = (d: Draft): void => {
  const { focus } = d.next
  if (focus !== null && !d.next.skipped.includes(focus)) d.next.skipped = [...d.next.skipped, focus]
}

/** Says the last question once more. */
export const repeat = (d: Draft): void => {
  if (d.next.question === '') note(d, 'nothing-to-repeat')
  else say(d, { kind: 'silence', text: d.next.question })
}

/** Asks again after a long silence, once a turn. */
export const breakSilence = (d: Draft): void => {
  clearTimers(d, 'silence')
  if (d.next.question !== '') say(d, { kind: 'silence', text: d.next.question })
}

/** Two minutes in which nobody asks anything. */
export const giveTime = (d: Draft): void => {
  clearTimers(d, 'silence')
  setTimer(d, 'think', d.at + THINKING_TIME)
  say(d, { kind: 'thinking-time', minutes: THINKING_TIME / 60_000 })
}

export const endThinkingTime = (d: Draft): void => {
  clearTimers(d, 'think')
  note(d, 'think-over')
  setTimer(d, 'silence', d.at + SILENCE)
}
