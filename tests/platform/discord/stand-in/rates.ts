/** Rate limits: a bucket per route and place, with the headers in which Discord tells of it. */

export type Rates = {
  /** Takes one call into account; gives the headers, and the seconds to wait where it was one too many. */
  take(route: string, major: string): { headers: Record<string, string>; wait: number | undefined }
}

/** Calls per window in milliseconds, by route. */
export type Windows = Readonly<Record<string, readonly [calls: number, within: number]>>

/** As Discord has been seen to count them. */
const REAL: Windows = {
  'POST /channels/:id/messages': [5, 5000],
  'PATCH /channels/:id/messages/:id': [5, 5000],
  'DELETE /channels/:id/messages/:id': [5, 1000],
  'POST /channels/:id/typing': [5, 5000],
  'POST /webhooks/:id/:token': [5, 2000],
  'PATCH /webhooks/:id/:token/messages/:id': [5, 2000],
}

/** `generous` lets everything through within reason; `real` counts as Discord does. Its clock is not the bot's. */
export const ratesOf = (how: 'generous' | 'real' | Windows): Rates => {
  const windows = how === 'real' ? REAL : how === 'generous' ? {} : how
  const buckets = new Map<string, { left: number; until: number }>()
  return {
    take: (route, major) => {
      const [most, within] = windows[route] ?? [1000, 1000]
      const key = `${route} ${major}`
      const now = performance.timeOrigin + performance.now()
      let bucket = buckets.get(key)
      if (bucket === undefined || bucket.until <= now) {
        if (buckets.size > MOST_BUCKETS) forgetOver(buckets, now)
        bucket = { left: most, until: now + within }
        buckets.set(key, bucket)
      }
      bucket.left -= 1
      const after = Math.max(0, bucket.until - now) / 1000
      const headers = {
        'x-ratelimit-limit': String(most),
        'x-ratelimit-remaining': String(Math.max(0, bucket.left)),
        'x-ratelimit-reset': String(bucket.until / 1000),
        'x-ratelimit-reset-after': after.toFixed(3),
        'x-ratelimit-bucket': hashOf(route),
      }
      return { headers, wait: bucket.left < 0 ? after : undefined }
    },
  }
}

const MOST_BUCKETS = 10_000

/** Lets go of the buckets whose time is over. */
const forgetOver = (buckets: Map<string, { until: number }>, now: number): void => {
  for (const [key, { until }] of buckets) if (until <= now) buckets.delete(key)
}

const hashes = new Map<string, string>()

/** The name of a bucket: the same for a route, and nothing to be guessed from. */
const hashOf = (route: string): string => {
  const known = hashes.get(route)
  if (known !== undefined) return known
  let sum = 7
  for (const letter of route) sum = (sum * 31 + letter.charCodeAt(0)) >>> 0
  const hash = `bucket${sum.toString(16).padStart(8, '0')}`
  hashes.set(route, hash)
  return hash
}
