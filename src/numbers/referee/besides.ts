/** What stands in words beside a sum and makes more or less of it, so that its figures alone say nothing. */
import { type Stretch, wordsOf } from './sentence.ts'
import type { Token } from './token.ts'
import type { Written } from './written.ts'

/** Whether the words of a sentence can account for how far the result is from what its arithmetic gives. */
export const hasMore = (
  tokens: readonly Token[],
  sentence: Stretch,
  { result, gives }: Pick<Written, 'result' | 'gives'>,
): boolean => {
  const ratio = (result.low + result.high) / 2 / gives
  const next = wordsOf(tokens, { from: result.first + 1, to: Math.min(result.next + NEAR, sentence.to) })
  if (ratio > 1 && ratio < 3 && ADDS.test(next)) return true
  if (ratio < 1 && ratio > 0.04 && TAKES.test(next)) return true
  const all = wordsOf(tokens, sentence)
  if (ratio < 1 && result.unit.head === 'time' && AT_ONCE.test(all) && !ONE_BY_ONE.test(all)) return true
  if (LIMITS.test(wordsOf(tokens, { from: result.next - 1, to: result.next + 3 }))) return true
  const isFactor = FACTORS.some((factor) => Math.abs(ratio / factor - 1) < 0.05)
  return isFactor && REPEATS.test(all)
}

const NEAR = 6
const FACTORS = [2, 3, 4, 1 / 2, 1 / 3, 1 / 4]

/** "5M x 3 = 30M because each is seen twice". */
const REPEATS =
  / (?:twice|double|doubled|both|half|halved|triple|tripled|third|quarter|replica|replicas|replicated|replication|copies|copy|peak|round trip|symmetric|directions|doppelt|hälfte|halb|dreifach|viertel|kopie|kopien|spitze) /

/** "100M x 768 x 4 bytes = 400 GB with the index". */
const ADDS =
  / (?:overhead|index|indexes|indices|graph|metadata|headers?|padding|including|incl|included|inclusive|plus|growth|reserve|with (?:some|the|all|a|its)|mit|samt|inklusive) /

/** "10M x 2 KB = 5 GB compressed". */
const TAKES =
  / (?:compressed|compression|compresses|gzip|gzipped|zipped|deduplicated|dedup|after|without|sampled|quantised|quantized|int8|net|komprimiert|ohne|netto) /

/** "20 x 2 ms = 2 ms in parallel". */
const AT_ONCE =
  / (?:parallel|concurrently|concurrent|simultaneously|at once|at the same time|batched|batch|batches|overlap|overlapping|async|threads?|workers?|cores?|gleichzeitig|nebenher|parallelisiert|kernen?) /

/** "if nothing runs in parallel", "no need to batch". */
const ONE_BY_ONE = / (?:no|not|nothing|never|without|none|single|nicht|nichts|kein|keine|ohne|1) /

/** "20 x 30 = 1000 at most", "600 less". */
const LIMITS =
  / (?:at most|at least|max|maximum|min|minimum|tops|upper bound|lower bound|worst case|best case|less|fewer|more|höchstens|mindestens|maximal) /
