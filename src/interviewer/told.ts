/** What is told in a turn: the facts that were asked for, and a word on what is not known. */
import { FUNCTION_WORDS } from '../flow/function-words.ts'
import type { Fact } from '../flow/problem.ts'
import type { Asked } from './facts.ts'
import type { Brief } from './interviewer.ts'
import { AGAIN, ASSUME, REST } from './phrases.ts'
import { length, repeats, spelled, unused } from './wording.ts'

/** Words of a turn. */
export const MOST = 60

/** What is said of it, and whether the words of the turn are used up. */
export type Told = { say: string; facts: string[]; unknown: string[]; full: boolean }

/** Facts in the order they were asked for until the words of a turn are used up, then a word on what is not known. */
export const telling = ({ revealed, spoken, seed }: Brief, { facts, unknown }: Asked, note: string): Told => {
  const rest = unused(REST, spoken, seed) ?? ''
  const lines: string[] = []
  const told: string[] = []
  for (const [i, fact] of facts.entries()) {
    const line =
      revealed.includes(fact.id) || repeats(fact.says, spoken)
        ? again(fact, [...spoken, ...lines], seed)
        : fact.says
    const room = MOST - length(lines.join(' ')) - (i < facts.length - 1 ? length(rest) : 0)
    if (length(line) > room && lines.length > 0)
      return { say: joined(lines.join(' '), rest), facts: told, unknown, full: true }
    lines.push(line)
    told.push(fact.id)
  }
  const assume = unknown.length > 0 ? (unused(ASSUME, spoken, `${seed} assume`) ?? '') : ''
  for (const line of [assume, note]) if (length(`${lines.join(' ')} ${line}`) <= MOST) lines.push(line)
  const say = lines.filter((line) => line !== '').join(' ')
  return { say, facts: told, unknown, full: length(say) > MOST - 6 }
}

/** A fact told before, as one sentence with another beginning, so that no sentence comes twice. */
const again = ({ says }: Fact, spoken: readonly string[], seed: string): string => {
  const whole = says.replace(/[.!]\s+(\S+)/g, (_, next: string) => `; ${lowered(next)}`)
  const times = spoken.filter((line) => line.includes(says) || line.includes(whole)).length
  const ways = AGAIN.map((lead) => `${lead} ${whole}`)
  return unused(ways, spoken, seed) ?? `As told ${spelled(times)} times: ${whole}`
}

const lowered = (word: string): string => {
  const small = word.toLowerCase()
  return small !== 'i' && FUNCTION_WORDS.has(small) ? small : word
}

/** Parts of a reply, one behind the other. */
export const joined = (...parts: string[]): string => parts.filter((part) => part !== '').join(' ')
