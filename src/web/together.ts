import type { Handling, Meter } from '../meter.ts'

/** Everything that is measured, told to all of them; a message has the first mark that one of them gives. */
export const together = (meters: readonly Meter[]): Meter => ({
  heard(platform) {
    const all = meters.map((meter) => meter.heard(platform))
    const mark = all.find((one) => one.mark !== undefined)?.mark
    return {
      ...(mark !== undefined && { mark }),
      over(taken) {
        for (const one of all) one.over(taken)
      },
    }
  },
  handling(ids, mark) {
    const all = meters.map((meter) => meter.handling(ids, mark))
    return {
      at(platform) {
        for (const one of all) one.at(platform)
      },
      part: (name, work) => nested(all, name, work),
      over(how) {
        for (const one of all) one.over(how)
      },
    }
  },
  called(call) {
    for (const meter of meters) meter.called(call)
  },
  again(platform) {
    for (const meter of meters) meter.again(platform)
  },
})

const nested = <T>(
  [first, ...others]: readonly Handling[],
  name: Parameters<Handling['part']>[0],
  work: () => Promise<T>,
): Promise<T> => (first ? first.part(name, () => nested(others, name, work)) : work())
