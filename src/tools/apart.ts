/** Tools beside the main thread: whoever sends a large file holds up nobody else, and takes no more than so much. */
import type { MessagePort, Worker } from 'node:worker_threads'
import { BadInput } from '../numbers/bad-input.ts'
import type { Answer, Asked, Tool } from './tool.ts'
import { toolNamed } from './tools.ts'

/** As much of a clock as is needed. */
type Clock = { now(): number; at(time: number, wake: () => void): () => void }

/** What one file may take: milliseconds, and megabytes of memory. */
export type Most = { ms: number; memory: number }

const MOST: Most = { ms: 60_000, memory: 512 }

/** So many files are read at once; others wait for their turn. */
const AT_ONCE = 2

/** The tool of a command, as `toolNamed` has it; what comes with a file is computed in a thread of its own. */
export const toolsApart = (
  clock: Clock,
  most: Most = MOST,
): ((name: string) => Promise<Tool | undefined>) => {
  const waiting: (() => void)[] = []
  let busy = 0
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    if (busy >= AT_ONCE) await new Promise<void>((go) => waiting.push(go))
    else busy += 1
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else busy -= 1
    }
  }
  return async (name) => {
    const tool = await toolNamed(name)
    if (!tool) return undefined
    return (asked) =>
      asked.input === undefined ? tool(asked) : inTurn(() => apart(name, asked, clock, most))
  }
}

/** Answers the one thing that is asked through a port; the other side of `toolsApart`. */
export const answer = (port: MessagePort): void => {
  port.once('message', async ({ name, args, file }: Question) => {
    try {
      const tool = await toolNamed(name)
      const input = { name: file.name, size: file.bytes.byteLength, bytes: inOne(file.bytes) }
      port.postMessage({ answer: await tool?.({ args, input }) })
    } catch (error) {
      const { name, message } = error instanceof Error ? error : { name: '', message: String(error) }
      port.postMessage({ fault: { name, message } } satisfies Said)
    }
  })
}

type Question = { name: string; args: Asked['args']; file: { name: string; bytes: Uint8Array } }
type Said = { answer: Answer } | { fault: { name: string; message: string } }

async function* inOne(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** It cannot be a file of its own, since that would do something when it is imported. */
const PROGRAM = `const { parentPort, workerData } = require('node:worker_threads')
import(workerData).then(({ answer }) => answer(parentPort))`

const apart = async (name: string, { args, input }: Asked, clock: Clock, most: Most): Promise<Answer> => {
  const file = { name: input?.name ?? '', bytes: Buffer.concat(await Array.fromAsync(input?.bytes ?? [])) }
  const { Worker } = await import('node:worker_threads')
  const worker = new Worker(PROGRAM, {
    eval: true,
    workerData: import.meta.url,
    resourceLimits: { maxOldGenerationSizeMb: most.memory },
  })
  const late = Promise.withResolvers<never>()
  const cancel = clock.at(clock.now() + most.ms, () => late.reject(tooMuch(file.name)))
  try {
    worker.postMessage({ name, args, file } satisfies Question)
    return await Promise.race([heard(worker, file.name), late.promise])
  } finally {
    cancel()
    await worker.terminate()
  }
}

const heard = (worker: Worker, file: string): Promise<Answer> =>
  new Promise((done, fail) => {
    worker.once('message', (said: Said) => {
      if ('answer' in said) done(said.answer)
      else
        fail(
          said.fault.name === 'BadInput' ? new BadInput(said.fault.message) : new Error(said.fault.message),
        )
    })
    worker.once('error', (error: Error & { code?: string }) =>
      fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch(file) : error),
    )
    worker.once('exit', (code) => fail(new Error(`What computes came to an end with ${code}.`)))
  })

const tooMuch = (file: string): BadInput =>
  new BadInput(`${file} takes more time or memory than there is for one file here.`, {
    mend: 'Give fewer rows or columns, or use "mlsd" in a shell of your own.',
  })
