/** The usual ways of asking for a topic, for questions that use none of a problem's own phrases. */
import { type Phrasebook, phrasebook } from '../flow/phrase.ts'
import type { Word } from '../flow/words.ts'

const TOPICS: Readonly<Record<string, readonly string[]>> = {
  goal: [
    'goal',
    'objective',
    'kpi',
    'north star',
    'optimise for',
    'success',
    'trying to achieve',
    'purpose',
    'why are we',
    'business want',
  ],
  scale: [
    'how many + per day',
    'how many + a day',
    'how many + second',
    'how many user',
    'how many request',
    'volume',
    'traffic',
    'qps',
    'rps',
    'scale',
    'how big',
    'how large',
    'load',
    'throughput',
  ],
  latency: [
    'latency',
    'how fast',
    'how quick',
    'how quickly',
    'response time',
    'real time',
    'time budget',
    'how long may',
    'how long can',
    'p99',
    'sla',
  ],
  labels: [
    'ground truth',
    'how is + labelled',
    'label',
    'what counts as',
    'how do we know',
    'define',
    'target variable',
  ],
  'label-delay': [
    'label delay',
    'delay + label',
    'when do we know',
    'how soon do we know',
    'how long until + know',
    'feedback delay',
    'when + outcome',
  ],
  history: [
    'how much data',
    'what data',
    'which data',
    'historical data',
    'how far back',
    'history',
    'training data',
    'data do we have',
    'logs',
  ],
  freshness: [
    'how fresh',
    'fresh',
    'stale',
    'how often + update',
    'how often + change',
    'how often + refresh',
  ],
  costs: [
    'cost of + error',
    'cost of + mistake',
    'false positive',
    'false negative',
    'which error',
    'cost + wrong',
    'consequence',
    'happens + wrong',
    'worse',
  ],
  budget: ['budget', 'how much money', 'spend', 'compute cost', 'how much may it cost'],
  team: [
    'team',
    'how many engineer',
    'how many people',
    'who builds',
    'who maintains',
    'who owns',
    'headcount',
  ],
  privacy: ['privacy', 'gdpr', 'personal data', 'pii', 'consent', 'sensitive data'],
  actions: [
    'what can we do',
    'what action',
    'which action',
    'intervention',
    'what happens with the prediction',
    'how is + used',
    'what decision',
  ],
  baseline: [
    'current system',
    'existing system',
    'existing solution',
    'current solution',
    'today + system',
    'how is it done',
    'in place today',
    'baseline',
  ],
  imbalance: [
    'base rate',
    'positive rate',
    'class balance',
    'imbalance',
    'how rare',
    'how often does it',
    'what share',
    'what percentage',
    'how common',
  ],
  features: [
    'what feature',
    'which feature',
    'what signals',
    'available at prediction time',
    'which attributes',
    'what information',
  ],
  experiments: ['ab test', 'experiment', 'holdout', 'control group'],
}

const BOOK: Phrasebook = phrasebook(Object.values(TOPICS).flat())

/** The topics that a question asks for, the one with the longest phrase first. */
export const topicsOf = (question: readonly Word[]): string[] => {
  const found = BOOK.find(question)
  const strength = (phrases: readonly string[]): number =>
    Math.max(0, ...phrases.filter((phrase) => found.has(phrase)).map((phrase) => phrase.length))
  return Object.entries(TOPICS)
    .map(([topic, phrases]) => ({ topic, points: strength(phrases) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
    .map(({ topic }) => topic)
}
