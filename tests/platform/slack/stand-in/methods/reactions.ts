import { joined, type Method, messageOf, text } from '../call.ts'
import { reactionEvent } from '../events.ts'
import { refuse } from '../refusal.ts'
import type { Message } from '../world.ts'

/** Small pictures below a message. */
export const reactions: Record<string, Method> = {
  'reactions.add': {
    scopes: ['reactions:write'],
    run: (call) => {
      const channel = joined(call)
      const message = messageOf(call, channel, 'timestamp')
      const name = emoji(text(call, 'name'))
      if (!react(message, call.team.bot.user, name)) return refuse('already_reacted')
      call.tell(
        call.team,
        reactionEvent('reaction_added', call.team.bot.user, name, channel, message, call.world.names.ts()),
      )
      return {}
    },
  },
  'reactions.remove': {
    scopes: ['reactions:write'],
    run: (call) => {
      const channel = joined(call)
      const message = messageOf(call, channel, 'timestamp')
      const name = emoji(text(call, 'name'))
      if (!unreact(message, call.team.bot.user, name)) return refuse('no_reaction')
      call.tell(
        call.team,
        reactionEvent('reaction_removed', call.team.bot.user, name, channel, message, call.world.names.ts()),
      )
      return {}
    },
  },
}

const emoji = (name: string): string =>
  /^[a-z0-9_+'-]+(::skin-tone-\d)?$/.test(name) ? name : refuse('invalid_name')

/** Adds somebody's reaction; false where it is there already. */
export const react = (message: Message, user: string, name: string): boolean => {
  message.reactions ??= []
  const known = message.reactions.find((reaction) => reaction.name === name)
  if (known?.users.includes(user)) return false
  if (known === undefined) message.reactions.push({ name, count: 1, users: [user] })
  else {
    known.users.push(user)
    known.count += 1
  }
  return true
}

/** Takes somebody's reaction away; false where there is none. */
export const unreact = (message: Message, user: string, name: string): boolean => {
  const known = message.reactions?.find((reaction) => reaction.name === name)
  if (!known?.users.includes(user)) return false
  known.users = known.users.filter((other) => other !== user)
  known.count = known.users.length
  message.reactions = message.reactions?.filter((reaction) => reaction.count > 0) ?? []
  return true
}
