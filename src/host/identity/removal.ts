/** Removing a person under every name that they have. */

import { forgetPerson } from '../forget.ts'
import { forgetPages } from '../pages/links.ts'
import { forgetPractice } from '../practice/removal.ts'
import type { World } from '../world.ts'
import { forgetCode } from './code.ts'
import { forgetSelves, selvesOf } from './selves.ts'

/** Removes all that is stored of them; answers how many interviews went. The name that they asked under goes last; `at` is where they asked. */
export const forgetEverywhere = async (
  stores: Pick<World, 'memory' | 'mailbox'>,
  person: string,
  at?: string,
): Promise<number> => {
  const selves = await selvesOf(stores.memory, person)
  await forgetPractice(stores, selves)
  await forgetPages(stores.memory, selves)
  let interviews = 0
  for (const other of selves.slice(1)) interviews += await forgetPerson(stores, other, at)
  for (const one of selves) await forgetCode(stores.memory, one)
  await forgetSelves(stores.memory, selves)
  return interviews + (await forgetPerson(stores, person, at))
}
