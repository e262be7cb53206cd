/** What buttons do not carry by themselves: kept on the shelf by a name made of what it is, so that it is kept once. */
import { recallOf } from '../recall.ts'
import type { Shelf } from '../shelf.ts'
import { type Kept, type Pressed, readKept } from './drawing/button.ts'

export type Presses = {
  keep(kept: Kept): Promise<void>
  /** What was kept under this name; nothing where it is not there any more. */
  find(name: string): Promise<Pressed | undefined>
}

const MOST = 2_000

export const keptPresses = (shelf: Shelf): Presses => {
  const there = recallOf<true>(MOST)
  return {
    async keep(kept) {
      for (const [name, pressed] of kept) {
        if (there.get(name)) continue
        await shelf.save(`press:${name}`, pressed)
        there.set(name, true)
      }
    },
    find: async (name) => readKept(await shelf.load(`press:${name}`)),
  }
}
