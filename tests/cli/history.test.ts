/** The interviews at a terminal as a page in a file. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dataFolder, mlsd, talk } from './run.ts'

const ANSWER = 'We build the part that picks an ad for each person, so that people see ads they care about.'

test('"history --html" writes the page of what was held, and says where it is', async () => {
  const home = dataFolder()
  const file = join(home, 'history.html')
  const empty = await mlsd(home, ['history', '--html', file])
  expect(empty).toMatchObject({ code: 1, out: '' })
  expect(empty.err).toContain('"mlsd practice" begins one')
  expect(existsSync(file)).toBe(false)

  const held = talk(ANSWER, '/next', ANSWER, '/end', '/skip')
  expect((await mlsd(home, ['practice', '--problem', 'ad-clicks'], held)).code).toBe(0)
  const first = await mlsd(home, ['history', '--html', file])
  expect(first).toMatchObject({ code: 0, err: '' })
  expect(first.out).toContain('history.html')
  expect(readFileSync(file, 'utf8')).toContain('With two interviews there is something to compare')

  expect((await mlsd(home, ['practice', '--problem', 'card-fraud'], held)).code).toBe(0)
  const month = 30 * 86_400_000
  const env = { LANG: 'de_DE.UTF-8' }
  expect((await mlsd(home, ['history', '--html', file], '', { env, later: month })).code).toBe(0)
  const page = readFileSync(file, 'utf8')
  const titles = (await mlsd(home, ['history'])).out.match(/(?<=`\w+` )[^:\n]+/g) ?? []
  expect(titles).toHaveLength(2)
  for (const title of titles) expect(page).toContain(`<td>${title}</td>`)
  expect(page).toMatch(/<h2 id="stages">Abschnitt für Abschnitt<\/h2>.*<th scope="row">Overview<\/th>/s)
  const stands = new Intl.DateTimeFormat('de', { dateStyle: 'long', timeZone: 'UTC' })
  expect([0, 1].map((day) => `Stand: ${stands.format(Date.now() + month - day * 86_400_000)}`)).toContain(
    /Stand: [^<]*/.exec(page)?.[0],
  )

  const denied = await mlsd(home, ['history', '--html', join(home, 'no', 'such', 'folder.html')])
  expect(denied).toMatchObject({ code: 1, out: '' })
  expect(denied.err).toContain('cannot be written')
})
