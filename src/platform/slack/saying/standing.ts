/**
 * What stands of a card, as far as this process has shown it. It has to be read back only where an earlier process may have
 * shown something, or where an answer was lost: some apps may read a place once a minute, and nobody is to wait for that.
 */

import { type Recall, recallOf } from '../../../recall.ts'
import { PlatformFault } from '../../platform.ts'
import { placeName } from '../names.ts'
import type { Draft } from './draft.ts'
import type { Target } from './target.ts'

/** Its messages by their part, a draft of it that is another process', and whether its files are there. */
export type Standing = { parts: Map<number, string>; draft?: Draft | undefined; files: boolean }

export type Standings = {
  /** What is known of a card. */
  of(target: Target, id: string): Standing | undefined
  /** From now on this is known. */
  set(target: Target, id: string, standing: Standing): void
  /** Does what changes it; unless it is certain what came of that, nothing is known any more. */
  change<T>(target: Target, id: string, work: () => Promise<T>): Promise<T>
}

const MOST = 5_000

export const standingsOf = (): Standings => {
  const known: Recall<Standing> = recallOf(MOST)
  return {
    of: (target, id) => known.get(keyOf(target, id)),
    set: (target, id, standing) => known.set(keyOf(target, id), standing),
    async change(target, id, work) {
      try {
        return await work()
      } catch (fault) {
        if (!(fault instanceof PlatformFault) || fault.kind === 'unreachable') known.delete(keyOf(target, id))
        throw fault
      }
    },
  }
}

/** Nothing at all. */
export const nothing = (): Standing => ({ parts: new Map(), files: false })

const keyOf = ({ tenant, channel, thread }: Target, id: string): string =>
  `${placeName(tenant, channel, thread)} ${id}`
