/** A chat platform in which people talk to the bot, each in a thread of their own. */
import type { Chance } from './chance.ts'

export type Side = {
  name: 'slack' | 'discord'
  /** The `n`-th person asks for an interview, in a channel of their own. */
  begin(n: number, words: string): Said
  /** Says these in one go where the interview is held; the bot is told of them in any order where `mixed` is given. */
  say(n: number, words: readonly string[], mixed?: Chance): Said
  /** The place where it is held, once there is one. */
  thread(n: number): string | undefined
  /** Under which id the first message is shown of what the bot says by this effect. */
  shownAs(effect: string): string
  /** What the bot shows to the `n`-th person, in order: at the thread, and in direct messages. */
  shown(n: number): Post[]
}

/** Something that was said: whether the bot has been told of all of it, as far as the platform knows. */
export type Said = { heard(): boolean }

/** `id` is the same for the same part of the same card; without one it cannot be told from another. */
export type Post = {
  where: 'channel' | 'thread' | 'direct'
  id: string | undefined
  text: string
  at: string
}
