/** What buttons do not carry by themselves: kept on the shelf by a name made of what it is, so that it is kept once. */
import { recallOf } from '../../recall.ts'
import type { Shelf } from '../shelf.ts'
import { type Kept, type Pressed, type Question, readKept, readQuestion } from './drawing/button.ts'

export type Presses = {
  keep(kept: Kept): Promise<void>
  /** What was kept under this name; nothing where it is not there any more. */
  find(name: string): Promise<Pressed | undefined>
  /** The question that was kept under this name; nothing where it is not there any more. */
  question(name: string): Promise<string | undefined>
}

const MOST = 2_000

export const keptPresses = (shelf: Shelf): Presses => {
  const there = recallOf<true>(MOST)
  const saving = new Map<string, Promise<void>>()

  /** What has this name is this already, whoever kept it. */
  const save = async (name: string, kept: Pressed | Question): Promise<void> => {
    const key = keyOf(name)
    if ((await shelf.load(key)) === undefined) await shelf.save(key, kept)
    there.set(name, true)
  }

  /** Many who begin at once have the same buttons: one of them saves, and the others wait for that. */
  const saved = (name: string, kept: Pressed | Question): Promise<void> => {
    const under = saving.get(name) ?? save(name, kept).finally(() => saving.delete(name))
    saving.set(name, under)
    return under
  }

  return {
    async keep(kept) {
      for (const [name, one] of kept) if (!there.get(name)) await saved(name, one)
    },
    find: async (name) => readKept(await shelf.load(keyOf(name))),
    question: async (name) => readQuestion(await shelf.load(keyOf(name))),
  }
}

const keyOf = (name: string): string => `press:${name}`
