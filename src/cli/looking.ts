/** Looking at what is stored, without a claim on it. */
import { libraryOf } from '../host/library.ts'
import type { Memory } from '../memory/memory.ts'
import type { App, Data } from './app.ts'

/** Does the work with the data file open; where there is none yet, with nothing in it. */
export const looking = async <T>(app: App, work: (data: Data) => Promise<T>): Promise<T> => {
  const data = (await app.look()) ?? {
    memory: nothing,
    library: libraryOf(await app.bank(), nothing),
    close: async () => {},
  }
  try {
    return await work(data)
  } finally {
    await data.close()
  }
}

const readOnly = async (): Promise<never> => {
  throw new Error('Nothing can be stored here: the data file was opened to be looked at.')
}

const nothing: Memory = {
  load: async () => undefined,
  save: readOnly,
  append: readOnly,
  forget: readOnly,
  async *entries() {},
  async *each() {},
}
