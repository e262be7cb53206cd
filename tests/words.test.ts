import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { COMMAND_WORDS } from '../src/platform/commands.ts'
import { LANGUAGES, spokenFor, wordsIn } from '../src/words/words.ts'
import { sourcesUnder } from './rooms/source.ts'

type Leaf = { path: string; kind: string; texts: readonly string[] }

/** A value for each name that a sentence takes, so that it is found again in what is said. */
const given = (value: (name: string) => unknown): never =>
  new Proxy({}, { get: (_, name) => value(String(name)) }) as never

/** Values that are texts whatever is counted. */
const TEXTS = new Set(['level', 'number'])

/** A number for whatever can be counted. */
const counting = (count: number) => (name: string) => (TEXTS.has(name) ? '3.5' : count)

/** Every sentence of a catalogue: a function says what it says of one, of several, and of values that tell their names. */
const leavesOf = (value: unknown, path = ''): Leaf[] => {
  if (typeof value === 'string') return [{ path, kind: 'text', texts: [value] }]
  if (typeof value === 'function')
    return [
      {
        path,
        kind: 'function',
        texts: [(name: string) => `⟦${name}⟧`, counting(1), counting(7)].map((one) =>
          String(value(given(one))),
        ),
      },
    ]
  return Object.entries(value as object).flatMap(([name, each]) => leavesOf(each, `${path}.${name}`))
}

const EN = leavesOf(wordsIn('en'))
const others = Object.keys(LANGUAGES).filter((code) => code !== 'en')

const COMMAND = new RegExp(
  `(?<![\\w/])/(?:${COMMAND_WORDS.filter((word) => word !== '?').join('|')})\\b`,
  'g',
)
const commandsIn = (text: string): string[] => [...new Set(text.match(COMMAND) ?? [])].sort()
const valuesIn = (text: string): string[] => [...new Set(text.match(/⟦\w+⟧/g) ?? [])].sort()

/** The same in both languages, as somebody has looked at. */
const ALIKE = /^(?:[\W\d_]|⟦\w+⟧|kB|Format|Start|Bot|Name|S|Level|Text|optional|mlsd|Mlsd|\w{0,3})*$/

describe.each(others)('the words in %s', (code) => {
  const theirs = leavesOf(wordsIn(code))
  const byPath = new Map(theirs.map((leaf) => [leaf.path, leaf]))
  const pairs = EN.map((leaf) => [leaf, byPath.get(leaf.path)] as const)

  test('are there for all that there is to say, and for nothing else', () => {
    const kinds = (all: readonly Leaf[]) => all.map(({ path, kind }) => `${path} ${kind}`).sort()
    expect(EN.length).toBeGreaterThan(250)
    // A sentence without a value may be one for which the other language needs none: both kinds can be called alike.
    expect(kinds(theirs)).toEqual(kinds(EN))
  })

  test('differ from the English ones', () => {
    const same = pairs.filter(
      ([one, other]) => one.texts[0] === other?.texts[0] && !ALIKE.test(one.texts[0] ?? ''),
    )
    expect(same.map(([{ path }]) => path)).toEqual(REVIEWED)
  })

  test('name the same commands and values', () => {
    const differing = pairs.filter(([one, other]) => {
      const [text = '', theirs = ''] = [one.texts[0], other?.texts[0]]
      return (
        commandsIn(text).join() !== commandsIn(theirs).join() ||
        valuesIn(text).join() !== valuesIn(theirs).join()
      )
    })
    expect(differing.map(([{ path }]) => path)).toEqual([])
  })
})

/** Sentences that read the same in German. */
const REVIEWED: readonly string[] = []

/** Sections that are looked up by a kind, a name or a mark, so that their leaves stand nowhere by name. */
const INDEXED =
  /^\.(?:language|notes|states|placed|audiences|audiencesOfTwo|marks|commands|troubles|bands|bandMeanings|markMeanings|levels|standings|verdicts|parts|wholeRules|partRules|questionMeanings|situation)(?:\.|$)/

test('every sentence is said somewhere', () => {
  const said = sourcesUnder('src')
    .filter(({ path }) => !path.startsWith('src/words/'))
    .map(({ path }) => readFileSync(path, 'utf8'))
    .join('\n')
  const names = new Set(said.match(/\w+/g))
  const idle = EN.map(({ path }) => path).filter(
    (path) =>
      !INDEXED.test(path) &&
      !path
        .split('.')
        .slice(1)
        .every((name) => names.has(name)),
  )
  expect(idle).toEqual([])
  const sections = new Set(EN.map(({ path }) => path.split('.')[1] ?? ''))
  expect([...sections].filter((name) => !names.has(name))).toEqual([])
})

test('nothing that is said holds a hole', () => {
  const broken = [...EN, ...leavesOf(wordsIn('de'))].filter(({ texts }) =>
    texts.some((text) => /undefined|NaN|\[object|\{\w+\}/.test(text)),
  )
  expect(broken.map(({ path }) => path)).toEqual([])
})

test.each([
  ['de', 'de'],
  ['de-AT', 'de'],
  ['DE', 'de'],
  ['de_DE.UTF-8', 'de'],
  ['en-US', 'en'],
  ['fr', 'en'],
  ['den', 'en'],
  ['constructor', 'en'],
  ['', 'en'],
  [undefined, 'en'],
])('whoever asks for %s is spoken to in %s', (tag, code) => {
  expect(spokenFor(tag)).toBe(code)
  expect(wordsIn(tag).language).toBe(code)
})
