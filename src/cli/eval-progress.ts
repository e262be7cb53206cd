/** How far a long evaluation has come: a bar for a person who watches, else a line now and then. */
import type { Writable } from 'node:stream'
import { print } from './print.ts'

export type Progress = {
  /** One more is done; the rest of the words says what else there is to tell. */
  step(words: string): void
  end(): void
}

/** Begins with so many of all done already. */
export const progressOn = async (err: Writable, all: number, done: number): Promise<Progress> => {
  if ('isTTY' in err && err.isTTY) return bar(err, all, done)
  const each = Math.max(1, Math.ceil(all / LINES))
  let now = done
  return {
    step(words) {
      now += 1
      if (now % each === 0 || now === all) print(err, `${now} of ${all} done${words}.\n`).catch(() => {}) // Nobody reads it.
    },
    end() {},
  }
}

const LINES = 20

const bar = async (err: Writable, all: number, done: number): Promise<Progress> => {
  const { SingleBar, Presets } = await import('cli-progress')
  const format = ' {bar} {value} of {total} done{words}, {eta_formatted} left'
  // What is turned off in a terminal would stay so after Ctrl-C.
  const drawn = new SingleBar(
    {
      stream: err as NodeJS.WritableStream,
      format,
      hideCursor: false,
      linewrap: true,
      barsize: 30,
      etaBuffer: 30,
    },
    Presets.shades_classic,
  )
  drawn.start(all, done, { words: '' })
  return {
    step: (words) => drawn.increment({ words }),
    end: () => drawn.stop(),
  }
}
