/** The app's own surfaces: a person's Home tab, and the assistant beside what they look at. */
import { reasonOf } from '../../../reason.ts'
import { type Words, wordsIn } from '../../../words/words.ts'
import type { Complaints } from '../../complaints.ts'
import type { Ear } from '../../ear.ts'
import type { Api } from '../api/api.ts'
import { homeName, personName, timeOf } from '../names.ts'
import type { Door } from './door.ts'
import type { Locales } from './locales.ts'
import { atChannel } from './whose.ts'

export type HomeOpened = { user: string; tab?: string; event_ts: string }

export type AssistantStarted = {
  assistant_thread: { user_id: string; channel_id: string; thread_ts: string }
  event_ts: string
}

export type Panes = {
  /** Somebody looks at their Home tab; `id` is Slack's own of the event. */
  home(tenant: string, event: HomeOpened, id: string): Promise<void>
  /** Somebody opened the assistant: they are greeted, and offered what they may want. */
  assistant(tenant: string, event: AssistantStarted, id: string): Promise<void>
}

export const panesOf = (needs: {
  api: Api
  ear: Ear
  door: Pick<Door, 'busy'>
  locales: Locales
  complaints: Pick<Complaints, 'complain'>
}): Panes => {
  const { api, ear, door, locales, complaints } = needs
  return {
    async home(tenant, { user, tab, event_ts }, id) {
      if (tab !== undefined && tab !== 'home') return
      const locale = await locales.of(tenant, user)
      const where = {
        ...{ person: personName(tenant, user), place: homeName(tenant, user), alone: true as const },
        ...(locale !== undefined && { locale }),
      }
      await ear.take([{ ...where, type: 'command', id, at: timeOf(event_ts), command: 'home', args: {} }])
    },
    async assistant(tenant, { assistant_thread: thread, event_ts }, id) {
      const { channel_id: channel, thread_ts } = thread
      const { person, place, alone } = atChannel(tenant, thread.user_id, channel, thread_ts)
      const locale = await locales.of(tenant, thread.user_id)
      const where = { person, place, ...(alone && { alone }), ...(locale !== undefined && { locale }) }
      await ear.take([{ ...where, type: 'command', id, at: timeOf(event_ts), command: 'help', args: {} }])
      const { edge } = wordsIn(locale)
      const offer = { channel_id: channel, thread_ts, title: edge.whereToBegin, prompts: promptsIn(edge) }
      const offered = api.call(tenant, 'assistant.threads.setSuggestedPrompts', offer)
      door.busy(
        offered.catch((error: unknown) => {
          complaints.complain('warn', 'The assistant has no prompts to offer.', { reason: reasonOf(error) })
        }),
      )
    },
  }
}

type Prompt = { title: string; message: string }

const promptsIn = (edge: Words['edge']): [Prompt, ...Prompt[]] => [
  { title: edge.startPrompt, message: 'start' },
  { title: edge.problemsPrompt, message: 'problems' },
  { title: edge.historyPrompt, message: 'history' },
]
