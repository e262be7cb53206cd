/** Knows what a mailbox still has to hand over and who is thinking, so that no test waits by the wall clock. */
import type { Clock } from '../../src/clock.ts'
import type { Interviewer } from '../../src/interviewer/interviewer.ts'
import type { Mailbox } from '../../src/mailbox/mailbox.ts'

export type Watcher = {
  /** The same mailbox, watched. */
  watch(inner: Mailbox): Mailbox
  /** The same interviewer, who takes so many milliseconds to think; with 0 the very same. */
  slowed(inner: Interviewer, ms: number): Interviewer
  /** When the next thing falls due after now; infinity when nothing will. */
  next(): number
  /** Resolves once everything that is due has been handled, but for those who think. */
  settled(): Promise<void>
}

/** Real milliseconds after which something that does not come to rest is held to hang. */
const PATIENCE = 20_000

export const watcher = (clock: Clock): Watcher => {
  const messages = new Map<string, number>()
  const thinking = new Set<number>()

  return {
    watch: (inner) => ({
      ...inner,
      post: async (body, to) => {
        const known = messages.has(to.id)
        if (!known) messages.set(to.id, to.at ?? clock.now())
        const taken = await inner.post(body, to)
        if (!taken && !known) messages.delete(to.id)
        return taken
      },
      deliver: (handler) =>
        inner.deliver(async (message) => {
          messages.set(message.id, message.at)
          await handler(message)
          messages.delete(message.id)
        }),
    }),

    slowed: (inner, ms) =>
      ms === 0
        ? inner
        : {
            ...inner,
            local: false,
            reply: async (brief, onDelta) => {
              const until = clock.now() + ms
              thinking.add(until)
              await new Promise<void>((done) => clock.at(until, done))
              thinking.delete(until)
              return inner.reply(brief, onDelta)
            },
          },

    next: () => Math.min(...[...messages.values(), ...thinking].filter((at) => at > clock.now())),

    settled: async () => {
      const deadline = performance.now() + PATIENCE
      const due = (): number => [...messages.values()].filter((at) => at <= clock.now()).length
      while (due() > thinking.size) {
        await new Promise<void>((done) => setImmediate(done))
        if (performance.now() > deadline) {
          throw new Error(`The mailbox does not come to rest: ${[...messages.keys()].join(', ')}`)
        }
      }
    },
  }
}
