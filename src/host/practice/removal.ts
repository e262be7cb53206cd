/** A person's practice on its way out: gathered for them, or removed with every trace of them in questions and channels. */
import type { Memory } from '../../memory/memory.ts'
import { type Daily, type DailyAnswer, dailyKey, type Prompt, promptKey } from '../daily/record.ts'
import { keys } from '../record.ts'
import { update } from '../update.ts'
import type { World } from '../world.ts'
import { NOTHING, type Practice, practiceKey } from './kept.ts'

/** All that is kept of a person's practice. */
export type Practised = { practice: Practice; daily: Daily | null; answers: DailyAnswer[] }

export const practisedBy = async (memory: Memory, person: string): Promise<Practised | null> => {
  const practice = (await memory.load<Practice>(practiceKey(person)))?.value
  const daily = (await memory.load<Daily>(dailyKey(person)))?.value ?? null
  if (practice === undefined && daily === null) return null
  const prompts = await promptsOf(memory, practice)
  const answers = prompts.flatMap((prompt) => prompt.answers.filter((one) => one.person === person))
  return { practice: practice ?? NOTHING, daily, answers }
}

/** The questions that a person has answered. */
const promptsOf = async (memory: Memory, practice: Practice | undefined): Promise<Prompt[]> => {
  const ids = new Set((practice?.counted ?? []).map((id) => id.split(' ')[0] ?? ''))
  const all = await Promise.all([...ids].map((id) => memory.load<Prompt>(promptKey(id))))
  return all.flatMap((kept) => kept?.value ?? [])
}

/** Removes their answers, their part in channels, their own questions and what was kept of them; that last, to be repeated. */
export const forgetPractice = async (
  { memory, mailbox }: Pick<World, 'memory' | 'mailbox'>,
  person: string,
): Promise<void> => {
  const practice = (await memory.load<Practice>(practiceKey(person)))?.value
  for (const { id } of await promptsOf(memory, practice))
    await update<Prompt | undefined>(
      memory,
      promptKey(id),
      (prompt) => prompt && { ...prompt, answers: prompt.answers.filter((one) => one.person !== person) },
    )
  for (const subscriber of practice?.dailies ?? [])
    await update<Daily | undefined>(
      memory,
      dailyKey(subscriber),
      (daily) =>
        daily && {
          ...daily,
          by: daily.by === person ? NOBODY : daily.by,
          members: daily.members.filter((one) => one !== person),
        },
    )
  const own = (await memory.load<Daily>(dailyKey(person)))?.value
  for (const id of own?.prompts ?? []) {
    const place = (await memory.load<Prompt>(promptKey(id)))?.value.place
    if (place) await memory.forget(keys.place(place))
    await memory.forget(promptKey(id))
  }
  await mailbox.drop(dailyKey(person))
  await memory.forget(dailyKey(person))
  await memory.forget(practiceKey(person))
}

/** Who set the question of a channel and had everything about them removed. */
const NOBODY = ''
