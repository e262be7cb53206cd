/** The board of a tenant: standing on it, seeing it, and for its admins the sums of everybody on it. */
import type { Card } from '../../platform/card.ts'
import { type Heard, isCommunity, tenantOf } from '../../platform/platform.ts'
import { ORDERS, type Order, SPANS, type Span } from '../../practice/board.ts'
import { selvesOf } from '../identity/selves.ts'
import { prefixAt } from '../voice.ts'
import { Unmet } from '../wish.ts'
import type { Speaking } from '../world.ts'
import { join, leaveBoards, remove, seatsOf } from './members.ts'
import { drawnName, nameFrom } from './pseudonym.ts'
import { shown } from './shown.ts'
import { sums } from './sums.ts'

type Said = Extract<Heard, { type: 'command' | 'press' }>

/** Does what was asked for, and shows what now holds. */
export const boardCard = async (world: Speaking, heard: Said): Promise<Card> => {
  const { what = 'week', words: rest = '' } = heard.args
  const { board: words } = world.words
  const tenant = tenantOf(heard.place)
  if (!isCommunity(tenant)) return says(words.notHere)
  try {
    switch (what) {
      case 'join':
        return await joined(world, heard, rest)
      case 'leave':
        await leaveBoards(world.memory, [tenant], await selvesOf(world.memory, heard.person))
        return says(words.left)
      case 'team':
        return heard.admin ? await sums(world, tenant) : says(words.admin)
      case 'remove':
        if (!heard.admin) return says(words.admin)
        return says((await remove(world.memory, tenant, rest)) ? words.removed : words.noSuchName)
      default:
        return await show(world, heard, what, rest)
    }
  } catch (error) {
    if (error instanceof Unmet) return says(error.says(world.words))
    throw error
  }
}

const says = (text: string): Card => ({ tone: 'answer', text })

/** Whoever names nothing keeps the name that they have, or has one drawn. */
const joined = async (world: Speaking, heard: Said, typed: string): Promise<Card> => {
  const { board: words } = world.words
  const tenant = tenantOf(heard.place)
  const selves = await selvesOf(world.memory, heard.person)
  const seats = await seatsOf(world.memory, tenant)
  const known = seats.find(({ person }) => selves.includes(person))?.name
  const name = typed.trim() === '' ? (known ?? drawnName(`${heard.person} ${heard.id}`)) : nameFrom(typed)
  if (name === undefined) return says(words.noName)
  await join(world.memory, tenant, selves, name)
  return says(words.joined({ name, command: `${prefixAt(world, heard.place)}board leave` }))
}

const show = async (world: Speaking, heard: Said, what: string, rest: string): Promise<Card> => {
  const said = `${what} ${rest}`.toLowerCase().split(/\s+/)
  const span: Span = SPANS.find((one) => said.includes(one)) ?? 'week'
  const order: Order = ORDERS.find((one) => said.includes(one)) ?? 'practice'
  return shown(world, heard, { span, order })
}
