/** A talk for which German was chosen: whatever is typed in it, the bot answers in German. */
import { expect, test } from 'vitest'
import { COMMANDS } from '../../src/platform/commands.ts'
import { wordsIn } from '../../src/words/words.ts'
import { dataFolder, mlsd, talk } from './run.ts'

/** Values that are texts whatever is counted. */
const TEXTS = new Set(['level', 'number'])

/** The fixed pieces of every sentence of a catalogue, those long enough to be told from a name. */
const piecesOf = (value: unknown): string[] => {
  if (typeof value === 'string')
    return value
      .split('⟦⟧')
      .map(plain)
      .filter((piece) => piece.split(' ').length >= 4)
  if (typeof value === 'function') {
    const given = (one: unknown) =>
      new Proxy({}, { get: (_, name) => (TEXTS.has(String(name)) ? '⟦⟧' : one) })
    return ['⟦⟧', 1, 7].flatMap((one) => piecesOf(String(value(given(one))).replaceAll(String(one), '⟦⟧')))
  }
  return Object.values(value as object).flatMap(piecesOf)
}

/** Words without how they are set, as a terminal breaks them and a table frames them. */
const plain = (text: string): string =>
  text
    .replace(/[*_`>│•]|^-+$/gm, ' ')
    .replace(/\s+/g, ' ')
    .trim()

const german = piecesOf(wordsIn('de')).join('\n')
const ENGLISH = [...new Set(piecesOf(wordsIn('en')))].filter((piece) => !german.includes(piece))

const englishIn = (out: string): string[] => {
  const said = plain(out)
  return ENGLISH.filter((piece) => said.includes(piece))
}

/** Ends the talk, or is given by itself below. */
const APART = ['end', 'retry', 'contest', 'forget', 'start', 'export']
const typed = COMMANDS.flatMap(({ name, example }) =>
  APART.includes(name) ? [] : [`/${name}`, `/${example}`],
)
const wrong = [
  '/hilfe',
  '/undo',
  '/contest',
  '/next foo',
  '/start',
  '/settings --level boss',
  '/wait',
  '/rate 9',
  '/help undo',
]

test('in German every command, and what is none, is answered without an English sentence of the bot', async () => {
  const words = ['practice', '--problem', 'card-fraud', '--language', 'de', '--minutes', '30']
  const input = talk(
    ...wrong,
    'We score each payment.',
    ...typed,
    '/resume',
    '/end',
    ...wrong,
    '/rate 3',
    '/skip',
    '/report',
    '/history',
    '/help daily',
  )
  const { code, out } = await mlsd(dataFolder(), words, input)
  expect(code).toBe(0)
  expect(ENGLISH.length).toBeGreaterThan(600)
  expect(out).toContain('Einen Befehl')
  expect(out).toContain('Info:')
  expect(englishIn(out)).toEqual([])
}, 60_000)

test('in English that is found', async () => {
  const { out } = await mlsd(
    dataFolder(),
    ['practice', '--problem', 'card-fraud'],
    talk('/hilfe', '/help', '/end', '/skip'),
  )
  expect(englishIn(out).length).toBeGreaterThan(40)
})
