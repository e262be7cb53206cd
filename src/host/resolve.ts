/** For which interview something is meant, or for none. */
import { isOver } from '../interview/phase.ts'
import type { Memory } from '../memory/memory.ts'
import { findCommand } from '../platform/commands.ts'
import { type Heard, isWithin, tenantOf } from '../platform/platform.ts'
import { type Prompt, promptKey } from './daily/record.ts'
import { markedInterview } from './peer/form.ts'
import { aboutAt } from './places.ts'
import type { Learner, Taken } from './record.ts'
import { keys, partOf, recordOf } from './record.ts'
import { waitFor } from './tools/requests.ts'
import { typed } from './typed.ts'
import type { World } from './world.ts'

/** Commands that are about the place or the person rather than about the interview that runs there. */
const OUTSIDE = new Set([
  ...['start', 'peer', 'help', 'problems', 'history', 'home', 'settings', 'channel', 'export', 'forget'],
  ...['grade', 'daily', 'board', 'link', 'page'],
])

/** Whether a command is one that a tool answers. */
export const isTool = (command: string): boolean => findCommand(command)?.group === 'tools'

/** Whether it is meant for no interview in particular, wherever it is said. */
export const isOutside = (heard: Heard): boolean => {
  if (heard.type === 'form') return heard.form !== 'rate' && heard.form !== 'marks'
  if (heard.type !== 'command' && heard.type !== 'press') return false
  if (isTool(heard.command)) return true
  return OUTSIDE.has(heard.command) || (heard.command === 'report' && heard.args.id !== undefined)
}

/** The key of the interview that it is meant for, or else of the person; nothing where nobody meant the bot. */
export const keyOf = async ({ memory }: Pick<World, 'memory'>, heard: Heard): Promise<string | undefined> => {
  const visit = keys.visit(heard.person)
  if (isOutside(heard)) return visit
  if (heard.type === 'file' && (await waitFor({ memory }, heard))) return visit
  const named = namedIn(heard)
  if (named !== undefined) return (await partOf(memory, heard.person, named)) ? keys.interview(named) : visit
  for (const place of placesOf(heard)) {
    const { interview, prompt } = await aboutAt(memory, place)
    if (prompt !== undefined && isAnswer(heard) && (await isOpenTo(memory, heard, { interview, prompt })))
      return promptKey(prompt)
    if (interview !== null) return keys.interview(interview)
    // A command that was typed to where a question was put.
    if (prompt !== undefined && heard.type === 'message') return visit
  }
  return isMeantForTheBot(heard) ? visit : undefined
}

/** Where it may be meant for: between two, a reply in a thread is meant for the talk around it as well. */
const placesOf = ({ place, alone }: Heard): string[] => {
  const around = place.slice(0, place.lastIndexOf('/'))
  return alone && around !== tenantOf(place) ? [place, around] : [place]
}

/** The interview that a button, a command or a form of marks names, whoever it belongs to. */
export const namedIn = (heard: Heard): string | undefined => {
  if (heard.type === 'form' && heard.form === 'marks') return markedInterview(heard)
  return 'args' in heard ? heard.args.interview : undefined
}

/** Words where a daily question was put, said to the bot or not; but a command that is typed as where the bot is called. */
const isAnswer = (heard: Heard): boolean => {
  if (heard.type !== 'message') return false
  const { alone: _, ...said } = heard
  const read = typed(said, false)
  return read.heard.type === 'message' && read.signed !== true
}

/** While an interview is under way, its place is its own; once it is over, a question from before it is answered once. */
const isOpenTo = async (
  memory: Memory,
  { person }: Heard,
  { interview, prompt }: { interview: string | null; prompt: string },
): Promise<boolean> => {
  const record = interview === null ? undefined : (await recordOf(memory, interview))?.value
  if (record === undefined) return true
  if (!isOver(record)) return false
  const question = (await memory.load<Prompt>(promptKey(prompt)))?.value
  if (question === undefined) return false
  return question.at > record.created || !question.answers.some((answer) => answer.person === person)
}

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
