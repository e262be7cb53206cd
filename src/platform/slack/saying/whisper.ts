/** What is for one person alone, where others can read along. */
import { wordsIn } from '../../../words/words.ts'
import type { Card } from '../../card.ts'
import type { Receipt } from '../../platform.ts'
import type { Api } from '../api/api.ts'
import { errorIn, unlessRefused } from '../api/fault.ts'
import type { Message } from '../drawing/blocks.ts'
import { placeName } from '../names.ts'
import type { Easel } from './easel.ts'
import type { Target } from './target.ts'

export type Whisper = {
  /** Shows a card to one person alone, at the place where it fits in there, else in their direct messages by `elsewhere`. */
  whisper(target: Target, user: string, card: Card, elsewhere: () => Promise<Receipt>): Promise<Receipt>
}

export const whisperOf = ({ api, easel }: { api: Api; easel: Easel }): Whisper => {
  const show = ({ tenant, channel, thread }: Target, user: string, message: Message): Promise<string> =>
    api
      .call(tenant, 'chat.postEphemeral', {
        channel,
        user,
        ...(thread === undefined ? {} : { thread_ts: thread }),
        ...message,
      })
      .then(({ message_ts: ts = '' }) => ts)

  /** Says where it is; somebody who cannot be reached here finds it without. */
  const point = async (
    target: Target,
    user: string,
    { language }: Card,
    { link }: Receipt,
  ): Promise<void> => {
    const { edge } = wordsIn(language)
    const text = link === undefined ? edge.elsewhere : edge.elsewhereAt({ link })
    const card: Card = { tone: 'notice', text }
    const shown = easel.show(target.tenant, card, ([message]) => show(target, user, message))
    await unlessRefused(shown, () => '')
  }

  /** Shows it here; answers nothing where it does not fit in, or where the person cannot be reached here. */
  const here = async (target: Target, user: string, card: Card): Promise<Heard> => {
    if (card.attachments?.length) return 'too large'
    try {
      return await easel.show(target.tenant, card, async ([message, ...more]) =>
        more.length === 0 ? { id: await show(target, user, message) } : 'too large',
      )
    } catch (fault) {
      if (!OUT_OF_EARSHOT.has(errorIn(fault))) throw fault
      return 'out of earshot'
    }
  }

  return {
    async whisper(target, user, card, elsewhere) {
      const { tenant, channel, thread } = target
      const heard = await here(target, user, card)
      if (typeof heard === 'object') return { place: placeName(tenant, channel, thread), ...heard }
      const receipt = await elsewhere()
      if (heard === 'too large') await point(target, user, card, receipt)
      return receipt
    },
  }
}

type Heard = { id: string } | 'too large' | 'out of earshot'

/** The app is not in that channel, or the person is not; a slash command can be given all the same. */
const OUT_OF_EARSHOT: ReadonlySet<string | undefined> = new Set([
  'channel_not_found',
  'not_in_channel',
  'user_not_in_channel',
  'is_archived',
  'restricted_action',
])
