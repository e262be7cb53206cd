/** Who is one and the same person: names on several platforms, joined by whoever they belong to. */
import type { Memory } from '../../memory/memory.ts'
import { update } from '../update.ts'

/** What is kept of a name: the identity that it belongs to, and codes that were asked for or guessed under it. */
export type Self = {
  of?: string
  /** The code that was given last, by its hash. */
  code?: string
  /** Codes that were wrong since a moment, in milliseconds since 1970. */
  wrong?: { since: number; count: number }
}

/** The names of one person. What was practised under identities in `absorbs` joins theirs. */
type Identity = { persons: readonly string[]; absorbs: readonly string[] }

export const selfKey = (person: string): string => `self:${person}`
const identityKey = (id: string): string => `identity:${id}`

/** Under what things are kept that are one for all names of a person: their identity, or the one name that they have. */
export const ownerOf = async (memory: Memory, person: string): Promise<string> =>
  (await memory.load<Self>(selfKey(person)))?.value.of ?? person

/** All names of the person, this one first. */
export const selvesOf = async (memory: Memory, person: string): Promise<readonly string[]> => {
  const owner = await ownerOf(memory, person)
  if (owner === person) return [person]
  const persons = (await memory.load<Identity>(identityKey(owner)))?.value.persons ?? []
  return [person, ...persons.filter((one) => one !== person)]
}

/** Whether two names are one person's. */
export const isSelf = async (memory: Memory, person: string, other: string): Promise<boolean> =>
  person === other || (await selvesOf(memory, person)).includes(other)

/**
 * Makes the names of two people one person's, and says where the things are that have to be brought together: `from` into
 * `owner`. The same again changes nothing and says the same, so that it can be repeated until all is brought together.
 */
export const joinSelves = async (
  memory: Memory,
  one: string,
  other: string,
  fresh: string,
): Promise<{ owner: string; from: readonly string[] }> => {
  const [known, second] = await Promise.all([ownerOf(memory, one), ownerOf(memory, other)])
  const owner = known === one ? fresh : known
  const persons = [...(await selvesOf(memory, one)), ...(await selvesOf(memory, other))]
  const absorbs = second === other || second === owner ? [] : [second]
  const identity = await update<Identity>(memory, identityKey(owner), (kept) => ({
    persons: [...new Set([...(kept?.persons ?? []), ...persons])],
    absorbs: [...new Set([...(kept?.absorbs ?? []), ...absorbs])],
  }))
  for (const person of identity.persons)
    await update<Self>(memory, selfKey(person), (kept) =>
      kept?.of === owner ? kept : { ...kept, of: owner },
    )
  for (const id of identity.absorbs) await memory.forget(identityKey(id))
  return { owner, from: [...identity.persons, ...identity.absorbs] }
}

/** Takes one name out of the person's; what is kept for all of them stays with the others. */
export const leaveSelves = async (memory: Memory, person: string): Promise<void> => {
  const owner = await ownerOf(memory, person)
  if (owner === person) return
  const { persons } = await update<Identity>(memory, identityKey(owner), (kept) => ({
    persons: (kept?.persons ?? []).filter((one) => one !== person),
    absorbs: kept?.absorbs ?? [],
  }))
  await memory.forget(selfKey(person))
  if (persons.length === 0) await memory.forget(identityKey(owner))
}

/** Forgets that the names were one person's. */
export const forgetSelves = async (memory: Memory, persons: readonly string[]): Promise<void> => {
  for (const person of persons) {
    const owner = await ownerOf(memory, person)
    if (owner !== person) await memory.forget(identityKey(owner))
  }
  for (const person of persons) await memory.forget(selfKey(person))
}
