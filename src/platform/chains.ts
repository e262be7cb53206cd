/** What is heard at one place is taken one after another; places do not wait for one another. */
import { PlatformFault } from './platform.ts'

export type Chains = {
  /**
   * Does `job` once all that was handed in for this place before is done, and answers with it. Jobs that say when they
   * were `said` overtake those said later that still wait, since what is sent at once may arrive in any order.
   */
  run(place: string, job: () => Promise<void>, said?: number): Promise<void>
  /** Whether somebody waits at this place. */
  waiting(place: string): boolean
}

/** More than this at one place are not people talking; what is refused comes again, or is read back. */
const MOST_WAITING = 500

type Link = { job: () => Promise<void>; said: number | undefined; done: (outcome: Promise<void>) => void }

export const chainsOf = (): Chains => {
  const chains = new Map<string, Link[]>()

  const work = async (place: string, links: Link[]): Promise<void> => {
    for (let link = links.shift(); link; link = links.shift()) {
      const outcome = link.job()
      link.done(outcome)
      await outcome.catch(() => undefined)
    }
    chains.delete(place)
  }

  return {
    run(place, job, said) {
      const links = chains.get(place)
      if (links && links.length >= MOST_WAITING) {
        return Promise.reject(new PlatformFault('busy', 'more is being said here than can be taken at once'))
      }
      return new Promise((resolve) => {
        const link: Link = { job, said, done: resolve }
        if (links) return void links.splice(placeIn(links, said), 0, link)
        const fresh = [link]
        chains.set(place, fresh)
        void work(place, fresh)
      })
    },
    waiting: (place) => (chains.get(place)?.length ?? 0) > 0,
  }
}

/** Behind all that was said before, and never before a job that has no time. */
const placeIn = (links: readonly Link[], said: number | undefined): number => {
  if (said === undefined) return links.length
  const before = links.findLastIndex((link) => link.said === undefined || link.said <= said)
  return before + 1
}
