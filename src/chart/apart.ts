import type { MessagePort, Worker } from 'node:worker_threads'
import type { Drawn } from './chart.ts'
import { BadPicture, type Picture, type Theme } from './picture.ts'

/** Draws a picture in the language of a tag such as `de`, English where there is none. */
export type Draw = (picture: Picture, language: string | undefined) => Promise<Drawn>

/**
 * Draws beside the main thread, which goes on meanwhile, as `draw` does. The thread begins with the first picture that is
 * asked for and ends with the last, so that what draws is in memory no longer than it is needed; the next first picture
 * then waits most of a second.
 *
 * Rejects with BadPicture where it cannot be drawn as it is, and with an Error where the thread came to an end.
 */
export const drawApart = (theme: Theme): Draw => {
  let thread: Promise<Thread> | undefined
  return async (picture, language) => {
    if (thread === undefined) {
      const mine = begun(() => {
        if (thread === mine) thread = undefined
      })
      thread = mine
    }
    return (await thread)({ picture, theme, language })
  }
}

/** Answers what is asked through a port; the other side of `drawApart`. */
export const answer = (port: MessagePort): void => {
  port.on('message', async ({ id, asked: { picture, theme, language } }: Question) => {
    try {
      const { draw } = await import('./chart.ts')
      const drawn = await draw(picture, theme, language)
      port.postMessage({ id, drawn } satisfies Answer)
    } catch (error) {
      const { name, message } = error instanceof Error ? error : { name: '', message: String(error) }
      port.postMessage({ id, fault: { name, message } } satisfies Answer)
    }
  })
}

type Asked = { picture: Picture; theme: Theme; language: string | undefined }
type Question = { id: number; asked: Asked }
type Answer = { id: number; drawn: Drawn } | { id: number; fault: { name: string; message: string } }
type Thread = (asked: Asked) => Promise<Drawn>
type Waiting = PromiseWithResolvers<Drawn>

/** It cannot be a file of its own, since that would do something when it is imported. */
const PROGRAM = `const { parentPort, workerData } = require('node:worker_threads')
import(workerData).then(({ answer }) => answer(parentPort))`

/** A thread, which ends when nothing is waited for any more; `over` is called before. */
const begun = async (over: () => void): Promise<Thread> => {
  const { Worker } = await import('node:worker_threads')
  const worker: Worker = new Worker(PROGRAM, { eval: true, workerData: import.meta.url })
  const waiting = new Map<number, Waiting>()
  let asked = 0
  const end = (): void => {
    over()
    void worker.terminate()
  }
  const fail = (reason: string): void => {
    over()
    for (const { reject } of waiting.values()) reject(new Error(`What draws came to an end: ${reason}.`))
    waiting.clear()
  }
  worker.on('message', (said: Answer) => {
    const one = waiting.get(said.id)
    waiting.delete(said.id)
    if ('drawn' in said) one?.resolve(said.drawn)
    else one?.reject(faultOf(said.fault))
    if (waiting.size === 0) end()
  })
  worker.on('error', (error: Error) => fail(error.message))
  worker.on('exit', (code) => fail(`it left with ${code}`))
  return (question) => {
    const one = Promise.withResolvers<Drawn>()
    asked += 1
    waiting.set(asked, one)
    try {
      worker.postMessage({ id: asked, asked: question } satisfies Question)
    } catch (error) {
      waiting.delete(asked)
      if (waiting.size === 0) end()
      one.reject(error)
    }
    return one.promise
  }
}

const faultOf = ({ name, message }: { name: string; message: string }): Error =>
  name === 'BadPicture' ? new BadPicture(message) : new Error(message)
