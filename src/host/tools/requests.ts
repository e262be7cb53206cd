/** Tools that wait for a file, and files that wait to be looked at: for a quarter of an hour, at one place. */
import { findCommand } from '../../platform/commands.ts'
import type { Heard } from '../../platform/platform.ts'
import { keys } from '../record.ts'
import { update } from '../update.ts'
import type { World } from '../world.ts'

/** A file by what a platform calls it. */
export type Sent = { name: string; mime: string; size: number; ref: string }

type Kept = { id: string; place: string; at: number; taken?: string }
export type Wait = Kept & { command: string; args: Readonly<Record<string, string>> }
export type Requests = { waits: (Kept & Wait)[]; files: (Kept & Sent)[] }

/** For so many minutes they are remembered, by the times of the platform. */
export const MINUTES = 15

type Stores = Pick<World, 'memory'>
type Asking = Extract<Heard, { type: 'command' | 'press' }>
type FileHeard = Extract<Heard, { type: 'file' }>

/** Whether this asks for a tool that has to be given a file. */
export const needsFile = (heard: Asking): boolean => {
  if (findCommand(heard.command)?.takes !== 'file') return false
  if (heard.type === 'command' && heard.file) return false
  if (heard.command === 'diagram') return heard.args.text === undefined
  return heard.command !== 'bias-variance' || Object.keys(heard.args).length === 0
}

/** Notes what asks for a tool that needs a file, so that the file is taken for it wherever it is heard. */
export const expectFile = async ({ memory }: Stores, heard: Heard): Promise<void> => {
  if ((heard.type !== 'command' && heard.type !== 'press') || !needsFile(heard)) return
  const { id, place, at, command, args } = heard
  await change(memory, heard, (known) =>
    known.waits.some((wait) => wait.id === id)
      ? known
      : { ...known, waits: [...known.waits, { id, place, at, command, args }].slice(-MOST) },
  )
}

/** The request that waits for this file, if there is one; it is not taken for any other. */
export const waitFor = async ({ memory }: Stores, file: FileHeard): Promise<Wait | undefined> =>
  (await memory.load<Requests>(keys.requests(file.person)))?.value.waits.findLast((wait) => fits(wait, file))

/** Notes that a request was given this file, or a file was given to this request. */
export const taken = async (
  { memory }: Stores,
  by: Pick<Heard, 'person' | 'at'> & { id: string },
  id: string,
): Promise<void> => {
  const mark = <T extends Kept>(one: T): T => (one.id === id ? { ...one, taken: by.id } : one)
  await change(memory, by, ({ waits, files }) => ({ waits: waits.map(mark), files: files.map(mark) }))
}

/** Keeps a file for which nothing waits yet. */
export const keep = async ({ memory }: Stores, heard: FileHeard): Promise<void> => {
  const { id, place, at, name, mime, size, ref } = heard
  await change(memory, heard, (known) =>
    known.files.some((file) => file.id === id)
      ? known
      : { ...known, files: [...known.files, { id, place, at, name, mime, size, ref }].slice(-MOST) },
  )
}

/** The latest file that was kept there; a button may look at one again. */
export const fileFor = async ({ memory }: Stores, asking: Asking): Promise<(Kept & Sent) | undefined> =>
  (await memory.load<Requests>(keys.requests(asking.person)))?.value.files.findLast((file) =>
    fits(asking.type === 'press' ? { place: file.place, at: file.at } : file, asking),
  )

/** So many are kept of each person. */
const MOST = 20

const fits = (
  kept: Pick<Kept, 'place' | 'at' | 'taken'>,
  { id, place, at }: Pick<Heard, 'id' | 'place' | 'at'>,
): boolean => kept.place === place && isFresh(kept, at) && (kept.taken === undefined || kept.taken === id)

const isFresh = (kept: { at: number }, at: number): boolean => Math.abs(at - kept.at) <= MINUTES * 60_000

const change = async (
  memory: World['memory'],
  { person, at }: Pick<Heard, 'person' | 'at'>,
  step: (known: Requests) => Requests,
): Promise<void> => {
  await update<Requests>(memory, keys.requests(person), (known) => {
    const { waits, files } = step(known ?? { waits: [], files: [] })
    return {
      waits: waits.filter((one) => isFresh(one, at)),
      files: files.filter((one) => isFresh(one, at)),
    }
  })
}
