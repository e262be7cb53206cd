/** A line between two programs that can be cut, held, slowed and closed. */
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export type Line = {
  port: number
  /** Ends every connection without a word. */
  cut(): void
  /** Lets nothing through for so long, as a connection does that died unnoticed; half of them never come back. */
  hold(ms: number): void
  /** Everything takes so much longer, for so long. */
  slow(by: number, ms: number): void
  /** Takes no connection for so long, and cuts those that are there. */
  close(ms: number): void
  /** Ends all troubles. */
  mend(): void
  stop(): Promise<void>
}

type Pair = { near: Socket; far: Socket }

/** Opens a line to whatever port `target` names when somebody calls; none where nobody is there. */
export const lineTo = async (target: () => number | undefined): Promise<Line> => {
  const pairs = new Set<Pair>()
  const timers = new Set<NodeJS.Timeout>()
  let closed = 0
  let late = 0

  const after = (ms: number, work: () => void): void => {
    const timer = setTimeout(() => {
      timers.delete(timer)
      work()
    }, ms)
    timers.add(timer)
  }
  const end = (pair: Pair): void => {
    pairs.delete(pair)
    pair.near.destroy()
    pair.far.destroy()
  }
  const carry = (from: Socket, to: Socket): void => {
    from.on('data', (data) => {
      if (late === 0) return void to.write(data)
      from.pause()
      after(late, () => {
        if (!to.destroyed) to.write(data)
        from.resume()
      })
    })
    from.on('end', () => to.end())
  }

  const server = createServer((near) => {
    const port = closed > 0 ? undefined : target()
    near.on('error', () => {})
    if (port === undefined) return void near.destroy()
    const far = connect(port, '127.0.0.1')
    const pair = { near, far }
    pairs.add(pair)
    for (const side of [near, far]) {
      side.setNoDelay(true)
      side.on('error', () => end(pair))
      side.on('close', () => end(pair))
    }
    carry(near, far)
    carry(far, near)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  const cut = (): void => {
    for (const pair of [...pairs]) end(pair)
  }
  return {
    port: (server.address() as AddressInfo).port,
    cut,
    hold(ms) {
      for (const [n, pair] of [...pairs].entries()) {
        pair.near.pause()
        pair.far.pause()
        after(ms, () => {
          if (n % 2 === 0) return end(pair)
          pair.near.resume()
          pair.far.resume()
        })
      }
    },
    slow(by, ms) {
      late = by
      after(ms, () => {
        late = 0
      })
    },
    close(ms) {
      closed += 1
      cut()
      after(ms, () => {
        closed -= 1
      })
    },
    mend() {
      late = 0
    },
    async stop() {
      for (const timer of timers) clearTimeout(timer)
      cut()
      server.close()
    },
  }
}
