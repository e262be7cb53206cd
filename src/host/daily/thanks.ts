/** Thanking somebody for their help with the question of the day. */
import { plain } from '../../interview/markdown/plain.ts'
import type { Card } from '../../platform/card.ts'
import type { Heard } from '../../platform/platform.ts'
import { tell } from '../aside.ts'
import { saidIn, wordsFor } from '../language.ts'
import { noteDaily } from '../practice/kept.ts'
import { update } from '../update.ts'
import type { Speaking } from '../world.ts'
import { type Daily, type Prompt, promptKey } from './record.ts'

/** So many are kept of one question. */
const MOST = 200

/** Notes the thanks with the latest question of a channel and tells who is thanked; once of the same two. */
export const thank = async (
  world: Speaking,
  heard: Heard,
  daily: Daily,
  text: string,
  again: boolean,
): Promise<Card> => {
  const { memory, words } = world
  const says = (text: string): Card => ({ tone: 'answer', text })
  const id = daily.prompts.at(-1)
  const to = text.trim()
  const from = heard.person
  if (id === undefined) return says(words.daily.noQuestion)
  if (to === from) return says(words.daily.notOneself)
  if (!daily.members.includes(to)) return says(words.daily.thankWhom)
  // Their own notes first: what is theirs is found through it.
  for (const person of [from, to]) await noteDaily(memory, person, daily.subscriber)
  const { thanks = [] } =
    (await update<Prompt | undefined>(memory, promptKey(id), (prompt) => {
      const thanks = prompt?.thanks ?? []
      if (prompt === undefined || thanks.some((one) => one.from === from && one.to === to)) return prompt
      return { ...prompt, thanks: [...thanks, { from, to, id: heard.id }].slice(-MOST) }
    })) ?? {}
  const isFirst = thanks.some((one) => one.from === from && one.to === to && one.id === heard.id)
  if (!isFirst) return says(words.daily.thanksNoted)
  const theirs = await wordsFor(world, { person: to })
  const who = plain((heard.called ?? theirs.daily.someone).slice(0, 60))
  const card: Card = { tone: 'notice', text: theirs.daily.thanked({ who }) }
  await tell(world, { person: to, place: to }, saidIn(card, theirs), `${id} ${from} thanks ${to}`, again)
  return says(words.daily.thanksNoted)
}
