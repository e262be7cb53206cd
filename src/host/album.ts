/** How many pictures are kept: few reach the bounds, nobody can fill the store, and an export of them can be sent. */
import type { Memory } from '../memory/memory.ts'
import { type InterviewRecord, keys, type Learner } from './record.ts'
import { update } from './update.ts'

/** So many of one interview, and so many bytes of one person: all of them go in one message, in the time that it may take. */
export const ALBUM = { interview: 10, person: 15_000_000 } as const

/** A picture that is to be kept; `size` in bytes. */
type Wanted = { id: string; size: number }

/** Which of the bounds leaves no room for one more picture. */
export type Full = keyof typeof ALBUM

/** Whether there is room for one more; there is for one that is kept already. */
export const fullFor = async (
  memory: Memory,
  record: Pick<InterviewRecord, 'id' | 'person'>,
  wanted: Wanted,
): Promise<Full | undefined> =>
  boundOf((await memory.load<Learner>(keys.learner(record.person)))?.value, record.id, wanted)

/** Notes that it is kept, beside the interview in its person's history, with which that goes; not where there is no room. */
export const noteKept = async (
  memory: Memory,
  { id, person }: Pick<InterviewRecord, 'id' | 'person'>,
  wanted: Wanted,
): Promise<Full | undefined> => {
  let full: Full | undefined
  await update<Learner | undefined>(memory, keys.learner(person), (learner) => {
    full = boundOf(learner, id, wanted)
    if (full !== undefined || learner === undefined) return learner
    const interviews = learner.interviews.map((one) =>
      one.id === id ? { ...one, pictures: { ...one.pictures, [wanted.id]: wanted.size } } : one,
    )
    return { ...learner, interviews }
  })
  return full
}

const boundOf = (
  { interviews }: Pick<Learner, 'interviews'> = { interviews: [] },
  interview: string,
  { id, size }: Wanted,
): Full | undefined => {
  const here = interviews.find((one) => one.id === interview)?.pictures ?? {}
  if (Object.hasOwn(here, id)) return undefined
  if (Object.keys(here).length >= ALBUM.interview) return 'interview'
  const sizes = interviews.flatMap(({ pictures = {} }) => Object.values(pictures))
  return sizes.reduce((sum, one) => sum + one, size) > ALBUM.person ? 'person' : undefined
}
