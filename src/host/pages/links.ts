/** Links to pages: each for one page of one person, until its time is over or they take it back. */
import type { Memory } from '../../memory/memory.ts'
import { outlive } from '../outlived.ts'
import { update } from '../update.ts'
import type { World } from '../world.ts'
import { idIn, newId, secretOf, tokenFor } from './token.ts'

/** A link; whatever it shows is made when it is followed. */
export type PageLink = {
  id: string
  person: string
  /** Which interview's report; the person's history where there is none. */
  interview?: string
  made: number
  until: number
}

/** A link holds for a week, in milliseconds. */
const HOLDS = 7 * 86_400_000
/** So many hold at once; the oldest makes room. */
const MOST = 20

export const pageKey = (id: string): string => `page:${id}`
const listKey = (person: string): string => `pages:${person}`

/** Makes a link and answers its token. */
export const linkTo = async (
  world: Pick<World, 'memory' | 'mailbox' | 'clock'>,
  person: string,
  interview: string | undefined,
): Promise<{ token: string; link: PageLink }> => {
  const { memory, clock } = world
  const made = clock.now()
  const link: PageLink = {
    ...{ id: newId(), person, made, until: made + HOLDS },
    ...(interview !== undefined && { interview }),
  }
  // The list first: what is theirs is found through it, whatever happens in between.
  const ids = (await memory.load<string[]>(listKey(person)))?.value ?? []
  for (const id of ids.slice(0, Math.max(0, ids.length + 1 - MOST))) await memory.forget(pageKey(id))
  await update<string[]>(memory, listKey(person), (kept = []) => [...kept, link.id].slice(-MOST))
  await memory.save(pageKey(link.id), link, 0)
  await outlive(world, pageKey(link.id), link.until)
  return { token: tokenFor(await secretOf(memory), link.id, link.until), link }
}

/**
 * Finds the link that a token stands for, where it was signed here, holds and was not taken back. What links are signed
 * with never changes and is read once, so that nothing is looked up for a forged token.
 */
export const linksIn = (memory: Memory) => {
  let secret: string | undefined
  return async (token: string, now: number): Promise<PageLink | undefined> => {
    secret ??= await secretOf(memory)
    const id = idIn(secret, token, now)
    return id === undefined ? undefined : (await memory.load<PageLink>(pageKey(id)))?.value
  }
}

/** The links of a person that hold, oldest first. */
export const pagesOf = async (memory: Memory, selves: readonly string[]): Promise<PageLink[]> => {
  const lists = await Promise.all(selves.map((one) => memory.load<string[]>(listKey(one))))
  const ids = lists.flatMap((kept) => kept?.value ?? [])
  const links = await Promise.all(ids.map((id) => memory.load<PageLink>(pageKey(id))))
  return links.flatMap((kept) => kept?.value ?? []).toSorted((one, other) => one.made - other.made)
}

/** Takes links back, all of a person or those of which the id begins like this; answers how many. */
export const withdraw = async (
  memory: Memory,
  selves: readonly string[],
  beginning = '',
): Promise<number> => {
  const links = (await pagesOf(memory, selves)).filter(({ id }) => id.startsWith(beginning))
  for (const { id } of links) await memory.forget(pageKey(id))
  return links.length
}

/** Takes all links of a person back, and forgets that there were any. */
export const forgetPages = async (memory: Memory, selves: readonly string[]): Promise<void> => {
  await withdraw(memory, selves)
  for (const person of selves) await memory.forget(listKey(person))
}
