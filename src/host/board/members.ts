/** Who stands on the board of a tenant, each by their own wish and under a name that they chose. */
import type { Memory } from '../../memory/memory.ts'
import { changePractice } from '../practice/kept.ts'
import { update } from '../update.ts'
import { Unmet } from '../wish.ts'

/** One on a board; `person` is the name under which they joined. */
type Seat = { person: string; name: string }
export type Board = { seats: readonly Seat[] }

export const boardKey = (tenant: string): string => `board:${tenant}`

/** So many stand on one board. */
const MOST = 500

/** The seats of a tenant's board. */
export const seatsOf = async (memory: Memory, tenant: string): Promise<readonly Seat[]> =>
  (await memory.load<Board>(boardKey(tenant)))?.value.seats ?? []

/** Puts a person on the board, or gives them another name there. Throws `Unmet` for a name that cannot be had. */
export const join = async (
  memory: Memory,
  tenant: string,
  selves: readonly string[],
  name: string,
): Promise<void> => {
  const person = selves[0] ?? ''
  // Their own notes first: what is theirs is found through it, whatever happens in between.
  await changePractice(memory, person, (kept) =>
    kept.boards?.includes(tenant) ? kept : { ...kept, boards: [...(kept.boards ?? []), tenant] },
  )
  await update<Board>(memory, boardKey(tenant), (board = { seats: [] }) => {
    const others = board.seats.filter((seat) => !selves.includes(seat.person))
    if (others.some((seat) => plain(seat.name) === plain(name)))
      throw new Unmet(({ board }) => board.nameTaken({ name }))
    if (others.length >= MOST) throw new Unmet(({ board }) => board.full({ most: MOST }))
    return { seats: [...others, { person, name }] }
  })
}

/** Takes a person off the boards of these tenants. */
export const leaveBoards = async (
  memory: Memory,
  tenants: readonly string[],
  selves: readonly string[],
): Promise<void> => {
  for (const tenant of tenants)
    await update<Board | undefined>(
      memory,
      boardKey(tenant),
      (board) => board && { seats: board.seats.filter((seat) => !selves.includes(seat.person)) },
    )
}

/** Takes off a board whoever has this name there; whether anybody had. */
export const remove = async (memory: Memory, tenant: string, name: string): Promise<boolean> => {
  let found = false
  await update<Board | undefined>(memory, boardKey(tenant), (board) => {
    const seats = board?.seats.filter((seat) => plain(seat.name) !== plain(name)) ?? []
    found = seats.length < (board?.seats.length ?? 0)
    return found ? { seats } : board
  })
  return found
}

/** Names that a reader would take for one another are the same. */
const plain = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/[\s-]/g, '')
