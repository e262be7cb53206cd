/** Codes by which one person shows that two names are theirs: for one use, for ten minutes, and hard to guess. */
import { createHash, randomInt } from 'node:crypto'
import type { Memory } from '../../memory/memory.ts'
import { outlive } from '../outlived.ts'
import { update } from '../update.ts'
import type { World } from '../world.ts'
import { type Self, selfKey } from './selves.ts'

/** What is kept under the hash of a code. */
export type Code = { person: string; called?: string; until: number; usedBy?: string }

/** In milliseconds. */
export const HOLDS = 10 * 60_000

/** What nobody takes for another letter or figure. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const LENGTH = 8

/** So many wrong codes are taken from a person within an hour. */
const TRIES = 5
const HOUR = 3_600_000

const codeKey = (hash: string): string => `code:${hash}`
const hashOf = (code: string): string => createHash('sha256').update(bare(code)).digest('hex')

/** A code without what people put around it. */
export const bare = (code: string): string => code.toUpperCase().replace(/[^A-Z0-9]/g, '')

/** A new code for a person, in place of the one that they had. */
export const newCode = async (world: World, person: string, called: string | undefined): Promise<string> => {
  const { memory, clock } = world
  const letters = Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)])
  const code = `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`
  const hash = hashOf(code)
  const known = (await memory.load<Self>(selfKey(person)))?.value.code
  if (known !== undefined) await memory.forget(codeKey(known))
  const until = clock.now() + HOLDS
  await update<Code>(memory, codeKey(hash), () => ({ person, until, ...(called && { called }) }))
  await update<Self>(memory, selfKey(person), (self) => ({ ...self, code: hash }))
  await outlive(world, codeKey(hash), until)
  return code
}

/** Whose code it is; nothing for one that is wrong, over, used by another, or their own. Wrong ones are counted, and soon refused. */
export const codeFor = async (
  { memory, clock }: World,
  typed: string,
  person: string,
): Promise<Code | 'too many' | undefined> => {
  const now = clock.now()
  const { wrong } = (await memory.load<Self>(selfKey(person)))?.value ?? {}
  if (wrong && wrong.count >= TRIES && now - wrong.since < HOUR) return 'too many'
  const code = (await memory.load<Code>(codeKey(hashOf(typed))))?.value
  const holds = code && code.until > now && code.person !== person && (code.usedBy ?? person) === person
  if (holds) return code
  await update<Self>(memory, selfKey(person), (self) => ({
    ...self,
    wrong:
      self?.wrong && now - self.wrong.since < HOUR
        ? { since: self.wrong.since, count: self.wrong.count + 1 }
        : { since: now, count: 1 },
  }))
  return undefined
}

/** Notes by whom a code was used: nobody else can use it then. */
export const useCode = (memory: Memory, typed: string, person: string): Promise<Code | undefined> =>
  update<Code | undefined>(memory, codeKey(hashOf(typed)), (code) => code && { ...code, usedBy: person })

/** Forgets the code that a person was given last. */
export const forgetCode = async (memory: Memory, person: string): Promise<void> => {
  const known = (await memory.load<Self>(selfKey(person)))?.value.code
  if (known !== undefined) await memory.forget(codeKey(known))
}
