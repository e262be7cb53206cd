/** How one message is followed: its names on every line of the log that is about it, and its parts measured. */
import { type Message, NotNow } from '../mailbox/mailbox.ts'
import type { Ids, Part } from '../meter.ts'
import type { Heard } from '../platform/platform.ts'
import type { Letter } from './letter.ts'
import { keys } from './record.ts'
import { platformOf } from './voice.ts'
import type { Working, World } from './world.ts'

/** Handles a message in a world that knows which one it is. */
export const follow = async (
  world: Working,
  message: Message,
  handle: (world: Working) => Promise<void>,
): Promise<void> => {
  const letter = message.body as Letter
  const ids = idsOf(message, letter)
  const handling = world.meter?.handling(ids, 'mark' in letter ? letter.mark : undefined)
  const log: World['log'] = (level, what, details) => world.log(level, what, { ...details, ...ids })
  const began = world.clock.now()
  try {
    await handle({ ...world, log, following: { ids, handling } })
  } catch (error) {
    handling?.over(error instanceof NotNow ? 'later' : 'failed')
    throw error
  }
  handling?.over('done')
  log('debug', 'handled', { ms: world.clock.now() - began })
}

/** Does a part of what the message in hand asks for, measured where somebody measures. */
export const part = <T>({ following }: Working, name: Part, work: () => Promise<T>): Promise<T> =>
  following?.handling ? following.handling.part(name, work) : work()

/** The message in hand belongs to this place. */
export const belongs = ({ following }: Working, place: string): void => {
  if (!following || following.ids.platform !== undefined) return
  const platform = platformOf(place)
  following.ids.platform = platform
  following.handling?.at(platform)
}

/** The message in hand has to do with this interview. */
export const concerns = ({ following }: Pick<Working, 'following'>, interview: string): void => {
  if (following) following.ids.interview ??= interview
}

/** Stores what was heard under the key that is found for it, if any; measured from here until it is durable. */
export const store = async (
  world: World,
  heard: Heard,
  keyed: () => Promise<string | undefined>,
): Promise<void> => {
  const platform = platformOf(heard.place)
  const hearing = world.meter?.heard(platform)
  const letter: Letter = { type: 'heard', heard, ...(hearing?.mark !== undefined && { mark: hearing.mark }) }
  const id = `${heard.place} ${heard.id}`
  try {
    const key = await keyed()
    if (key === undefined) return hearing?.over('unasked')
    const taken = await world.mailbox.post(letter, { key, id })
    hearing?.over(taken ? 'new' : 'known')
    world.log('debug', taken ? 'heard' : 'heard again', { message: id, key, kind: heard.type, platform })
  } catch (error) {
    hearing?.over('failed')
    throw error
  }
}

/** The same `used`, whose calls are measured and logged as well. */
export const measuring = ({ meter, used, log }: World): Pick<World, 'used'> =>
  used
    ? {
        used: (whose, usage) => {
          used(whose, usage)
          for (const one of usage) {
            meter?.called({ ...one, platform: platformOf(whose.person) })
            const { role, model, outcome, sent, cached, received, whole } = one
            const took = { role, model, outcome, sent, cached, received, ms: whole }
            log('debug', 'a model was asked', { interview: whose.interview, ...took })
          }
        },
      }
    : {}

const INTERVIEW = keys.interview('')

const idsOf = ({ id, key, attempt }: Message, letter: Letter): Ids => {
  const interview = interviewOf(key, letter)
  return {
    ...{ message: id, key, kind: letter.type, attempt },
    ...(letter.type === 'heard' && { platform: platformOf(letter.heard.place) }),
    ...(interview !== undefined && { interview }),
  }
}

const interviewOf = (key: string, letter: Letter): string | undefined => {
  if ('interview' in letter) return letter.interview
  return key.startsWith(INTERVIEW) ? key.slice(INTERVIEW.length) : undefined
}
