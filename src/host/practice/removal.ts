/** A person's practice on its way out: gathered for them, or removed with every trace of them in questions, channels and boards. */
import type { Memory } from '../../memory/memory.ts'
import { leaveBoards, seatsOf } from '../board/members.ts'
import { forgetPrompt, reviseDaily } from '../daily/kept.ts'
import { type Daily, type DailyAnswer, dailyKey, type Prompt, promptKey } from '../daily/record.ts'
import { ownerOf } from '../identity/selves.ts'
import { update } from '../update.ts'
import type { World } from '../world.ts'
import { NOTHING, type Practice, practiceKey, practiceOf } from './kept.ts'

/** All that is kept of a person's practice, under whatever name. */
export type Practised = {
  practice: Practice
  dailies: Daily[]
  answers: (DailyAnswer & { day: string; question: string })[]
  /** Boards on which they stand, and as whom. */
  boards: { board: string; name: string }[]
}

export const practisedBy = async (memory: Memory, selves: readonly string[]): Promise<Practised | null> => {
  const practice = await practiceOf(memory, selves[0] ?? '')
  const kept = await Promise.all(selves.map((one) => memory.load<Daily>(dailyKey(one))))
  const dailies = kept.flatMap((one) => one?.value ?? [])
  if (practice === NOTHING && dailies.length === 0) return null
  const prompts = await promptsOf(memory, practice)
  const answers = prompts.flatMap(({ day, question, answers }) =>
    answers.filter(({ person }) => selves.includes(person)).map((answer) => ({ ...answer, day, question })),
  )
  const boards = await Promise.all(
    (practice.boards ?? []).map(async (board) => {
      const seat = (await seatsOf(memory, board)).find(({ person }) => selves.includes(person))
      return seat ? [{ board, name: seat.name }] : []
    }),
  )
  return { practice, dailies, answers, boards: boards.flat() }
}

/** The questions that a person has answered. */
const promptsOf = async (memory: Memory, { counted }: Practice): Promise<Prompt[]> => {
  const ids = new Set(counted.map((id) => id.split(' ')[0] ?? ''))
  const all = await Promise.all([...ids].map((id) => memory.load<Prompt>(promptKey(id))))
  return all.flatMap((kept) => kept?.value ?? [])
}

/** Removes their answers, their part in channels and boards, their own questions and what was kept of them; that last, to be repeated. */
export const forgetPractice = async (
  stores: Pick<World, 'memory' | 'mailbox'>,
  selves: readonly string[],
): Promise<void> => {
  const { memory } = stores
  const practice = await practiceOf(memory, selves[0] ?? '')
  for (const { id } of await promptsOf(memory, practice))
    await update<Prompt | undefined>(memory, promptKey(id), (prompt) => prompt && withoutThem(prompt, selves))
  for (const subscriber of practice.dailies ?? [])
    await reviseDaily(memory, subscriber, (daily) => ({
      ...daily,
      by: selves.includes(daily.by) ? NOBODY : daily.by,
      members: daily.members.filter((one) => !selves.includes(one)),
    }))
  for (const person of selves) await forgetDaily(stores, person)
  await leaveBoards(memory, practice.boards ?? [], selves)
  for (const name of [await ownerOf(memory, selves[0] ?? ''), ...selves])
    await memory.forget(practiceKey(name))
}

const withoutThem = (prompt: Prompt, selves: readonly string[]): Prompt => ({
  ...prompt,
  answers: prompt.answers.filter(({ person }) => !selves.includes(person)),
  thanks: (prompt.thanks ?? []).filter(({ from, to }) => !selves.includes(from) && !selves.includes(to)),
})

/** A person's own daily question, with those that were put. */
const forgetDaily = async (
  { memory, mailbox }: Pick<World, 'memory' | 'mailbox'>,
  person: string,
): Promise<void> => {
  const own = (await memory.load<Daily>(dailyKey(person)))?.value
  for (const id of own?.prompts ?? []) {
    const put = (await memory.load<Prompt>(promptKey(id)))?.value
    if (put) await forgetPrompt(memory, put)
  }
  await mailbox.drop(dailyKey(person))
  await memory.forget(dailyKey(person))
}

/** Who set the question of a channel and had everything about them removed. */
const NOBODY = ''
