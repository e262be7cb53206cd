/** How much of a file has been read: a bar for a person who watches, once it takes more than a second. */
import type { Writable } from 'node:stream'
import type { SingleBar } from 'cli-progress'

export type Reading = { at(share: number): void; end(): void }

const LONG = 1_000

/** Nothing is shown where nobody watches. */
export const readingOn = (err: Writable): Reading => {
  if (!('isTTY' in err) || !err.isTTY) return { at() {}, end() {} }
  const began = performance.now()
  let bar: SingleBar | undefined
  let wanted = false
  const begin = async (): Promise<void> => {
    const { SingleBar, Presets } = await import('cli-progress')
    if (!wanted) return
    const stream = err as NodeJS.WritableStream
    bar = new SingleBar(
      { stream, format: ' {bar} {percentage} % read', hideCursor: false, barsize: 30 },
      Presets.shades_classic,
    )
    bar.start(100, 0)
  }
  return {
    at(share) {
      if (!wanted && performance.now() - began > LONG) {
        wanted = true
        void begin()
      }
      bar?.update(Math.round(100 * share))
    },
    end() {
      wanted = false
      bar?.stop()
    },
  }
}
