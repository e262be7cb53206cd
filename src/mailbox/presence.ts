/** A process that only posts, as the shared queue sees it: it has a name there and beats, and takes nothing. */
import { holder } from './holder.ts'
import type { SharedOptions } from './shared-options.ts'
import type { SharedQueue } from './shared-queue.ts'

export type Presence = { begin(): void; stop(): Promise<void> }

/** Others see by it that somebody is at work here; what the dead had in hand is put back by each of its beats as well. */
export const presence = (
  queue: SharedQueue,
  { beatMs, report }: Required<Pick<SharedOptions, 'beatMs' | 'report'>>,
): Presence => {
  const me = holder<{ n: number }>(queue, () => {})
  let timer: NodeJS.Timeout | undefined
  const beat = (): Promise<void> => me.name().then(me.beat).catch(report)
  return {
    begin() {
      timer ??= setInterval(beat, beatMs)
      void beat()
    },
    async stop() {
      if (timer === undefined) return
      clearInterval(timer)
      await me.leave().catch(report)
    },
  }
}
