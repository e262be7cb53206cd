/** What the interviewer of an interview between two people says, as what it means to it. */
import type { Command, Event } from '../../interview/events.ts'
import { isTalking, phaseOf } from '../../interview/phase.ts'
import type { Plan } from '../../interview/plan.ts'
import { misheard } from '../../platform/misheard.ts'
import type { Heard } from '../../platform/platform.ts'
import type { Meant } from '../intake.ts'
import { wordsOf } from '../language.ts'
import type { InterviewRecord } from '../record.ts'
import { isOutside } from '../resolve.ts'
import { sceneOf } from '../scene.ts'
import { typed } from '../typed.ts'
import { prefixAt } from '../voice.ts'
import type { World } from '../world.ts'
import { markedBy, marksCard } from './form.ts'

/** Whether it is the interviewer who spoke. */
export const isInterviewer = ({ peer }: InterviewRecord, { person }: Heard): boolean =>
  peer?.interviewer === person

/** Words are kept as the interviewer's, commands move the talk on, and the form is theirs alone. */
export const meantByPeer = async (
  world: World,
  record: InterviewRecord,
  plan: Plan,
  said: Heard,
): Promise<Meant> => {
  const { heard, wrong, signed } = typed(said, isDone(record))
  if (wrong && signed)
    return { tell: { tone: 'answer', text: misheard(wrong, prefixAt(world, heard.place), wordsOf(record)) } }
  if (isOutside(heard)) return { asked: heard }
  switch (heard.type) {
    case 'message':
      return isDone(record) ? undefined : { event: askedBy(heard) }
    case 'form':
      return formIn(world, record, plan, heard)
    case 'command':
    case 'press':
      return commandIn(world, record, heard)
    default:
      return undefined
  }
}

/** The talk is over, or belongs to the candidate and the bot again. */
const isDone = ({ interview }: InterviewRecord): boolean =>
  interview.snapshot.context.retrying !== null || !isTalking(interview)

const askedBy = ({ id, at, text, link }: Extract<Heard, { type: 'message' }>): Event => ({
  ...{ type: 'asked', id, at, text },
  ...(link !== undefined && { link }),
})

const formIn = async (
  world: World,
  record: InterviewRecord,
  plan: Plan,
  form: Extract<Heard, { type: 'form' }>,
): Promise<Meant> => {
  const isOpen = phaseOf(record.interview) === 'debrief'
  if (form.form !== 'marks') return { tell: { tone: 'notice', text: wordsOf(record).peer.theirs } }
  if (!isOpen) return { tell: { tone: 'notice', text: wordsOf(record).peer.late } }
  const event = markedBy(form, plan)
  if (event.stages.length === 0) return { tell: marksCard(await sceneOf(world, record)) }
  return { event }
}

const MOVES: readonly string[] = ['next', 'back', 'end', 'pause', 'resume', 'time'] satisfies Command[]

const commandIn = async (
  world: World,
  record: InterviewRecord,
  { command, id, at }: Extract<Heard, { type: 'command' | 'press' }>,
): Promise<Meant> => {
  if (command === 'marks') return { tell: marksCard(await sceneOf(world, record)) }
  if (!MOVES.includes(command) || isDone(record))
    return { tell: { tone: 'notice', text: wordsOf(record).peer.theirs } }
  return { event: { type: command as Command, at, id } }
}
