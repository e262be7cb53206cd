/** SECURITY.md says nothing that is not shown: each test it names exists, and each secret among the settings is in its list. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (file: string) => readFileSync(`${root}${file}`, 'utf8')
const page = read('SECURITY.md')

type Named = { file: string; name: string }

/** What stands in the last column of a row. */
const namedIn = (text: string): Named[] =>
  text.split('\n').flatMap((line) => {
    const cells = line.split(' | ')
    if (!line.startsWith('| ') || cells.length < 4) return []
    const last = (cells.at(-1) ?? '').replace(/ \|$/, '')
    return last.split('<br>').flatMap((part) => {
      const [, file, name] = /^`(tests\/[^`]+)`: (.+)$/.exec(part) ?? []
      return file === undefined || name === undefined ? [] : [{ file, name }]
    })
  })

/** Whether a file has a test of that name that is run. */
const isShown = ({ file, name }: Named, source = existsSync(`${root}${file}`) ? read(file) : ''): boolean => {
  const quoted = [name, name.replaceAll("'", "\\'")].flatMap((one) => [`'${one}'`, `"${one}"`])
  return quoted.some((title) => {
    const at = source.indexOf(title)
    const before = source.slice(0, Math.max(0, at)).trimEnd()
    return at >= 0 && before.endsWith('(') && !/\b(?:describe|skip|todo|skipIf\([^()]*\))\($/.test(before)
  })
}

const named = namedIn(page)
const rows = page.split('\n').filter((line) => line.startsWith('| ') && line.split(' | ').length >= 4)

test('every row but the heads names a test', () => {
  expect(rows.length).toBeGreaterThan(25)
  const bare = rows.filter((row) => namedIn(row).length === 0)
  expect(bare).toEqual([expect.stringContaining('the test that shows it'), expect.stringContaining('---')])
})

test.each(named)('$file: $name', (one) => {
  expect(isShown(one)).toBe(true)
})

describe('a test that is named', () => {
  const one = { file: 'tests/a.test.ts', name: "nobody's" }
  test.each<[boolean, string, string]>([
    [true, 'exists', `test("nobody's", () => {})`],
    [true, 'has rows', `test.each([\n  [1],\n])(\n  "nobody's",\n  () => {})`],
    [false, 'is skipped', `test.skip("nobody's", () => {})`],
    [false, 'is no test but holds some', `describe("nobody's", () => {})`],
    [false, 'is a comment', `// nobody's`],
    [false, 'is called otherwise', `test("nobody's own", () => {})`],
    [false, 'is not there', ''],
  ])('is shown (%s) where it %s', (shown, _, source) => {
    expect(isShown(one, source)).toBe(shown)
  })

  test('is not shown by a file that is not there', () => {
    expect(isShown(one)).toBe(false)
  })
})

/** Names among the settings whose values open something, as far as the sources and the example know them. */
const secrets = (): string[] => {
  const config = readdirSync(`${root}src/config`).map((file) => read(`src/config/${file}`))
  const all = [read('.env.example'), read('src/config.ts'), ...config].join('\n')
  const names = all.match(/\b[A-Z][A-Z\d]+(?:_[A-Z\d]+)+\b/g) ?? []
  const opens = /_(?:TOKEN|SECRET|KEY|PASSWORD|HEADERS)$|^DATABASE_URL$/
  return [...new Set(names)].filter((name) => opens.test(name)).toSorted()
}

test('every secret among the settings is in the list, and nothing else is', () => {
  const list = page.slice(page.indexOf('## What each secret opens'), page.indexOf('## What can be tried'))
  const listed = [...list.matchAll(/^\| (`.*?`) \|/gm)].flatMap(([, names]) =>
    [...(names ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name),
  )
  expect(listed.toSorted()).toEqual(secrets())
  expect(listed.length).toBeGreaterThan(9)
})

/** Whether a source that checks what was signed could be timed: it compares other than by `timingSafeEqual`. */
const canBeTimed = (source: string): boolean =>
  /\b(?:createHmac|createHash)\b/.test(source) &&
  /\b(?:given|signature|wanted)\b/.test(source) &&
  (!/\btimingSafeEqual\(/.test(source) || /\b(?:given|signature|wanted)\s*[!=]==? /.test(source))

test('whatever is signed here is compared in constant time', () => {
  const sources = readdirSync(`${root}src`, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  )
  const texts = sources.map((file) => [file, read(`src/${file}`)] as const)
  const signing = texts.filter(([, text]) => /\bcreateHmac\(/.test(text))
  expect(signing.map(([file]) => file).toSorted()).toEqual([
    'host/pages/token.ts',
    'platform/slack/installs/state.ts',
  ])
  for (const [file, text] of signing) expect([file, canBeTimed(text)]).toEqual([file, false])
  const token = read('src/host/pages/token.ts')
  expect(canBeTimed(token.replace('!timingSafeEqual(wanted, given)', 'signature !== named'))).toBe(true)
})

test('no secret has a value in what is kept with the sources', () => {
  const given = (text: string, name: string) =>
    [...text.matchAll(new RegExp(`^#? *${name}=(.*)$|\\b${name}(?:: |, value: )"?([^"\\n]*)`, 'gm'))].map(
      ([, plain, quoted]) => plain ?? quoted,
    )
  expect(given('  A_TOKEN: "x"\n# A_TOKEN=y\n{ name: A_TOKEN, value: "z" }', 'A_TOKEN')).toEqual([
    'x',
    'y',
    'z',
  ])
  const yaml = ['compose.yaml', 'deploy/kubernetes.yaml', 'deploy/kubernetes-one.yaml'].map(read)
  const lines = read('.env.example')
    .split('\n')
    .filter((line) => /^# \w+=/.test(line))
  for (const name of secrets().filter((one) => one !== 'DATABASE_URL'))
    for (const text of [lines.join('\n'), ...yaml]) expect(given(text, name).join('')).toBe('')
})

test('it is one page', () => {
  expect(page.split('\n').length).toBeLessThan(110)
})
