/** What is noted of an interview apart from its record: that it is under way, or that it is over. */
import { isOver } from '../interview/phase.ts'
import { wordsFor } from './language.ts'
import type { InterviewRecord, Learner, Taken, TalkRecord } from './record.ts'
import { keys } from './record.ts'
import { outcomeOf } from './reporting.ts'
import { update } from './update.ts'
import { platformAt } from './voice.ts'
import type { World } from './world.ts'

/** It is under way once more: commands of its person reach it, and its place is read back. */
export const noteUnderWay = async (world: World, record: InterviewRecord): Promise<void> => {
  await noteTaken(world, record, { ended: null })
  await noteTalk(world, record)
}

/** Its place is to be read back where that can be done. */
export const noteTalk = async (world: World, { id, place }: InterviewRecord): Promise<void> => {
  if (platformAt(world, place).limits.history !== true) return
  await update<TalkRecord>(world.memory, keys.talk(place), () => ({ interview: id }))
}

/** It is over: its outcome goes into the person's history, and its place is not read back any more. */
export const noteOver = async (world: World, record: InterviewRecord): Promise<void> => {
  const ended = record.interview.snapshot.context.last
  await noteTaken(world, record, { ended, outcome: await outcomeOf(world, record) })
  const talk = keys.talk(record.place)
  const noted = await world.memory.load<TalkRecord>(talk)
  if (noted?.value.interview === record.id) await world.memory.forget(talk)
}

/** What it came to may be another now that a verdict is; when it was over stays. */
export const noteOutcome = async (world: World, record: InterviewRecord): Promise<void> => {
  if (isOver(record))
    await noteFor(world, record.person, record.id, { outcome: await outcomeOf(world, record) })
}

/** Nothing is noted of somebody whose history was removed meanwhile. */
const noteTaken = async (world: World, record: InterviewRecord, change: Partial<Taken>) => {
  const { id, person, peer } = record
  await noteFor(world, person, id, change)
  // What comes after the report is the candidate's alone.
  if (!peer?.interviewer || !change.ended) return
  const { home } = await wordsFor(world, { person: peer.interviewer })
  await noteFor(world, peer.interviewer, id, { ended: change.ended, outcome: home.asked })
}

const noteFor = async ({ memory }: World, person: string, id: string, change: Partial<Taken>) => {
  await update<Learner | undefined>(
    memory,
    keys.learner(person),
    (learner) =>
      learner && {
        ...learner,
        interviews: learner.interviews.map((one) => (one.id === id ? { ...one, ...change } : one)),
      },
  )
}
