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
  const saving = new Map<string, Promise<void>>()

  /** What has this name is this already, whoever kept it. */
  const save = async (name: string, pressed: Pressed): Promise<void> => {
    const key = keyOf(name)
    if ((await shelf.load(key)) === undefined) await shelf.save(key, pressed)
    there.set(name, true)
  }

  /** Many who begin at once have the same buttons: one of them saves, and the others wait for that. */
  const saved = (name: string, pressed: Pressed): Promise<void> => {
    const under = saving.get(name) ?? save(name, pressed).finally(() => saving.delete(name))
    saving.set(name, under)
    return under
  }

  return {
    async keep(kept) {
      for (const [name, pressed] of kept) if (!there.get(name)) await saved(name, pressed)
    },
    find: async (name) => readKept(await shelf.load(keyOf(name))),
  }
}

const keyOf = (name: string): string => `press:${name}`
