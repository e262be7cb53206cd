/** Words that Discord keeps from the bot: whoever answers in vain is told so. */

import { recallOf } from '../../../recall.ts'
import { wordsIn } from '../../../words/words.ts'
import type { Desk, Platform } from '../../platform.ts'
import { INTENTS } from '../needs.ts'
import type { Message } from './payload.ts'
import type { Spot } from './spots.ts'

type Needs = {
  /** Whether the words of what is said in channels are told. */
  content(): boolean
  desk: Pick<Desk, 'talkAt'>
  say: Platform['say']
  busy(work: Promise<unknown>): void
  complain(reason: unknown): void
}

const REMEMBERED = 1_000

/** Tells it once at each place where a talk runs. */
export const wordlessOf = ({ content, desk, say, busy, complain }: Needs) => {
  const told = recallOf<true>(REMEMBERED)
  const telling = new Set<string>()

  const tell = async (place: string, id: string): Promise<void> => {
    try {
      const talk = await desk.talkAt(place)
      if (!talk) return
      const text = wordsIn(talk.language).edge.wordless({ intent: INTENTS.MessageContent.called })
      await say(place, { tone: 'notice', text }, `${id}.wordless`)
      told.set(place, true)
    } finally {
      telling.delete(place)
    }
  }

  return ({ place, alone }: Spot, { id, author, content: words }: Message): void => {
    if (content() || alone || words || !author || author.bot) return
    if (told.get(place) || telling.has(place)) return
    telling.add(place)
    busy(tell(place, id).catch(complain))
  }
}
