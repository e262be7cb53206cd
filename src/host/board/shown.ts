/** A board as whoever asks sees it. */
import type { Card } from '../../platform/card.ts'
import { type Heard, tenantOf } from '../../platform/platform.ts'
import { boardOf, type Member, type Order, type Row, SPANS, type Span } from '../../practice/board.ts'
import { selvesOf } from '../identity/selves.ts'
import { practiceOf } from '../practice/kept.ts'
import { prefixAt } from '../voice.ts'
import type { Speaking, World } from '../world.ts'
import { seatsOf } from './members.ts'

/** So many rows are shown, and one's own. */
const ROWS = 15

export const shown = async (
  world: Speaking,
  { person, place }: Heard,
  { span, order }: { span: Span; order: Order },
): Promise<Card> => {
  const { board: words, buttons } = world.words
  const tenant = tenantOf(place)
  const selves = await selvesOf(world.memory, person)
  const own = (await seatsOf(world.memory, tenant)).find((seat) => selves.includes(seat.person))?.name
  const rows = boardOf(await membersOf(world, tenant), span, order, world.clock.now())
  const lines = rows.filter(({ name }, index) => index < ROWS || name === own)
  const command = `${prefixAt(world, place)}board join`
  return {
    tone: 'answer',
    title: words.title({ span: words.spans[span], order: words.orders[order] }),
    text: [
      lines.map((row) => line(row, own, world.words)).join('\n') || words.nobody,
      own === undefined ? words.how({ command }) : words.you({ name: own }),
    ].join('\n\n'),
    buttons: [
      ...SPANS.filter((one) => one !== span).map((one) => ({
        label: words.spans[one],
        command: 'board',
        args: { what: one, words: order },
      })),
      ...(own === undefined ? [{ label: buttons.join, command: 'board', args: { what: 'join' } }] : []),
    ],
  }
}

/** What everybody on a board did. */
export const membersOf = async ({ memory }: Pick<World, 'memory'>, tenant: string): Promise<Member[]> => {
  const seats = await seatsOf(memory, tenant)
  return Promise.all(
    seats.map(async ({ person, name }) => {
      const { heard, practised } = await practiceOf(memory, person)
      return { name, heard, practised: practised.map(({ at }) => at) }
    }),
  )
}

const line = (row: Row, own: string | undefined, { board }: Speaking['words']): string => {
  const name = row.name === own ? `**${row.name}**` : row.name
  return `${row.place}. ${board.row({ ...row, name })}`
}
