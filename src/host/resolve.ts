/** For which interview something is meant, or for none. */
import { type Heard, isWithin } from '../platform/platform.ts'
import type { Learner, PlaceRecord, Taken } from './record.ts'
import { keys, ownOf } from './record.ts'
import type { World } from './world.ts'

/** Commands that are about the place or the person rather than about the interview that runs there. */
const OUTSIDE = new Set(['start', 'help', 'problems', 'history', 'home', 'settings', 'export', 'forget'])

/** Whether it is meant for no interview in particular, wherever it is said. */
export const isOutside = (heard: Heard): boolean => {
  if (heard.type === 'form') return heard.form !== 'rate'
  if (heard.type !== 'command' && heard.type !== 'press') return false
  return OUTSIDE.has(heard.command) || (heard.command === 'report' && heard.args.id !== undefined)
}

/** The key of the interview that it is meant for, or else of the person; nothing where nobody meant the bot. */
export const keyOf = async ({ memory }: Pick<World, 'memory'>, heard: Heard): Promise<string | undefined> => {
  const visit = keys.visit(heard.person)
  if (isOutside(heard)) return visit
  const named = namedIn(heard)
  if (named !== undefined) return (await ownOf(memory, heard.person, named)) ? keys.interview(named) : visit
  const kept = await memory.load<PlaceRecord>(keys.place(heard.place))
  if (kept?.value.interview) return keys.interview(kept.value.interview)
  return isMeantForTheBot(heard) ? visit : undefined
}

/** The interview that a button or a command names, whoever it belongs to. */
export const namedIn = (heard: Heard): string | undefined =>
  'args' in heard ? heard.args.interview : undefined

const isMeantForTheBot = (heard: Heard): boolean => {
  if (heard.type === 'edit' || heard.type === 'withdrawal') return false
  return !('manner' in heard && heard.manner === 'overheard')
}

/** The person's interviews that are not over: those at this place or within it, or else all of them. */
export const runningOf = ({ interviews }: Learner, place: string): Taken[] => {
  const running = interviews.filter(({ ended }) => ended === null)
  const here = running.filter((one) => one.place !== undefined && isWithin(one.place, place))
  return here.length > 0 ? here : running
}
