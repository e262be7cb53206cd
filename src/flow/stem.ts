/** The stem by which two forms of one word are held to be the same. */
import { stemmer } from 'stemmer'

const KEPT = 20_000
const known = new Map<string, string>()

/** The stem of a folded word; British and American spellings share it, as do an abbreviation and its word. */
export const stem = (word: string): string => {
  const before = known.get(word)
  if (before !== undefined) return before
  const found = word.length > 40 ? word : derived(word)
  if (known.size >= KEPT) known.clear()
  known.set(word, found)
  return found
}

const SAME: ReadonlyMap<string, string> = new Map([
  ['millisecond', 'ms'],
  ['milliseconds', 'ms'],
  ['msec', 'ms'],
  ['sec', 'second'],
  ['secs', 'second'],
  ['pct', 'percent'],
  ['percentage', 'percent'],
  ['val', 'validation'],
  ['valid', 'validation'],
  ['prod', 'production'],
  ['feats', 'feature'],
  ['reqs', 'request'],
  ['preds', 'prediction'],
  ['predictions', 'predict'],
  ['prediction', 'predict'],
  ['hyperparam', 'hyperparameter'],
  ['hyperparams', 'hyperparameter'],
  ['leakage', 'leak'],
  ['leakages', 'leak'],
  ['neg', 'negative'],
  ['negs', 'negative'],
  ['bc', 'because'],
  ['coz', 'because'],
  ['cuz', 'because'],
])

/** Words whose stem Porter's rules give to a word of another sense. */
const APART: ReadonlyMap<string, string> = new Map(
  [
    'one ones',
    'use uses used using',
    'us',
    'user users',
    'news',
    'evening evenings',
    'positive positives positively',
    'important importance',
    'general generally',
    'experiment experiments experimental',
    'engineer engineers engineering',
    'applicant applicants',
    'probably',
    'randomise randomised randomize randomized randomisation randomization',
    'community communities',
    'later',
    'labeler labelers labeller labellers',
  ].flatMap((line) => {
    const [first = '', ...rest] = line.split(' ')
    return [first, ...rest].map((form) => [form, first] as const)
  }),
)

const derived = (word: string): string => {
  const apart = APART.get(word)
  if (apart !== undefined) return apart
  const plain = (SAME.get(word) ?? word)
    .replace(/^(.{3,}[lmnrtdv])is(e[srd]?|ers|ing|ations?)$/, '$1iz$2')
    .replace(/lys(e[sdr]?|ing)$/, 'lyz$1')
    .replace(/(av[io]|ol|ab|iv)our/, '$1or')
  return /^[a-z]+$/.test(plain) ? stemmer(plain) : plain
}
