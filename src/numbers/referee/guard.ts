/** What keeps a figure from being held against anybody: it is of a part, a wish, another time or another thing. */
import { type Stretch, wordsOf } from './sentence.ts'
import type { Token } from './token.ts'

/** Another load, time or place than the problem's: neither right nor wrong. */
export const isElsewhere = (words: string): boolean => ELSEWHERE.test(words)

/** Supposed rather than said. */
export const isSupposed = (words: string): boolean => SUPPOSED.test(words)

/** Whether the words around a figure say that it is of a part of the whole, a wish, or one machine's. */
export const isOfPart = (tokens: readonly Token[], part: Stretch, allowed: ReadonlySet<string>): boolean =>
  wordsOf(tokens, part)
    .split(' ')
    .some((word) => PART.test(word) && !allowed.has(word))

/** Whether a figure is one machine's, by the words around it, and does not count machines itself. */
export const isOfMachine = (words: string, nouns: readonly string[]): boolean =>
  MACHINE.test(words) && !nouns.some((noun) => ONE.test(noun))

const ONE = /^(?:box|server|machine|node|host|gpu|replica|pod|instance|worker|shard|thread|cpu|core)$/
const MACHINE = new RegExp(
  ` (?:each|every|per|/) ${ONE.source.slice(1, -1)} | (?:1|an?|single) ${ONE.source.slice(1, -1)} (?:does|do|handles|serves|takes|can|could|gets|has|holds|manages|reads|scores) `,
)

const ELSEWHERE =
  / (?:5|10|20|50|100|1000) x (?![\d($.])|^ ?x ?(?:5|10|100) | (?:5|10|20|50|100|1000) times |(?: (?:twice|double|doubled|doubles|doubling|triple|tripled|half|halve|halved) (?:the|as|more|that|of|our|this|load|traffic|users|growth|scale|volume)|\b(?:10|100|1000|20|5|2) ?x (?:the |our )?(?:load|traffic|growth|scale|users|volume|more|that|this|we)|at (?:10|100|ten|a hundred|1000|5|2) ?(?:x|times)|times the (?:load|traffic|users)|next year|in two years|in five years|later on|grow|grows|grew|growth|in an attack|during an attack|other (?:region|country|market)|another (?:region|country|market)|my last (?:job|company|project)|used to|at my|competitor|last year|years ago) /

const SUPPOSED =
  / (?:if|suppose|supposing|assume|assumes|assuming|assumed|assumption|imagine|hypothetical\w*|pretend|unless|what if|let us say|let's say|lets say|for example|for instance|e g|e\.g|say|were to|had we|whether) /

const PART =
  /^(?:box|boxes|server|servers|machine|machines|node|nodes|host|hosts|gpus?|replicas?|pods?|instances?|workers?|shards?|threads?|cpus?|cores?|partition|partitions|sample|samples|sampled|sampling|subset|keep|keeps|kept|top|first|canary|shadow|holdout|control|slice|slices|pilot|batch|batches|cache|cached|region|regions|country|countries|city|cities|segment|segments|cohort|bucket|buckets|random|label|labels|labelled|labeled|annotate|annotated|annotators?|review|reviewed|reviewer|reviewers|train|training|test|validation|rest|remaining|left|limit|cap|capped|throttle|target|targets|goal|goals|aim|aims|aiming|want|wish|hope|promise|slo|sla|extra|additional|another|increase|decrease|drop|rise|gain|uplift|lift|save|saves|fewer|different|unique|distinct|active|new|old|max|maximum|min|minimum|handle|handles|handled|error|errors)$/
