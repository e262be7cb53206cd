/** Pages of one's own: by a link that expires and can be taken back, or as a file; of nobody else, ever. */
import { afterEach, describe, expect, test } from 'vitest'
import { linksIn } from '../../src/host/pages/links.ts'
import { idIn, tokenFor } from '../../src/host/pages/token.ts'
import { DAY, type House, house, QUIET } from './house.ts'
import { type Person, person } from './person.ts'

let home: House
afterEach(() => home.close())

const html = async ({ person, interview = 'history' }: { person: string; interview?: string }) =>
  `<p>${interview} of ${person}</p>`
const open = async (address?: string): Promise<[Person, Person]> => {
  home = await house({ pages: { html, ...(address && { address }) } })
  return [person(home, 'T1/mia'), person(home, 'T1/ben')]
}
const interviewed = async (who: Person): Promise<string> => {
  const thread = await who.start('chat:T1/C1')
  await who.say(thread, 'The goal is fewer complaints.')
  await home.pass(QUIET)
  await who.finish(thread)
  return (await home.held(thread)).id
}
const tokenIn = (text: string): string => /https:\/\/bot\.example\/p\/([\w.-]+)\)/.exec(text)?.[1] ?? 'none'
const linkOf = async (who: Person, words = 'report'): Promise<string> => {
  await who.command(who.direct, `page ${words}`)
  return tokenIn(who.last(who.direct).text)
}
const leadsTo = (token: string) => linksIn(home.memory())(token, home.now())

describe('by a link', () => {
  test('the report of the latest interview, of one by its id, and the history', async () => {
    const [mia] = await open('https://bot.example')
    const [first, second] = [await interviewed(mia), await interviewed(mia)]
    expect(await leadsTo(await linkOf(mia))).toMatchObject({ person: mia.id, interview: second })
    expect(await leadsTo(await linkOf(mia, `report ${first}`))).toMatchObject({ interview: first })
    const history = await leadsTo(await linkOf(mia, 'history'))
    expect(history).toMatchObject({ person: mia.id })
    expect(history?.interview).toBeUndefined()
  })

  test('of nobody else is anything said, not even that it exists', async () => {
    const [mia, ben] = await open('https://bot.example')
    const id = await interviewed(mia)
    await ben.command(ben.direct, `page report ${id}`)
    const refused = ben.last(ben.direct).text
    await ben.command(ben.direct, 'page report abc123')
    expect(ben.last(ben.direct).text).toBe(refused.replace(id, 'abc123'))
    expect(refused).toContain(`no interview "${id}"`)
  })

  test('holds for a week, and nothing of it is left then', async () => {
    const [mia] = await open('https://bot.example')
    await interviewed(mia)
    const token = await linkOf(mia)
    await home.pass(6 * DAY)
    expect(await leadsTo(token)).toBeDefined()
    await home.pass(DAY)
    expect(await leadsTo(token)).toBeUndefined()
    expect(await home.memory().load(`page:${token.slice(0, 22)}`)).toBeUndefined()
  })

  test('is taken back by a button, by its name, or with all others', async () => {
    const [mia, ben] = await open('https://bot.example')
    await interviewed(mia)
    const [one, two, three] = [await linkOf(mia), await linkOf(mia), await linkOf(mia, 'history')]
    await mia.command(mia.direct, 'page list')
    expect(mia.last(mia.direct).text.split('\n')).toHaveLength(3)
    expect(mia.last(mia.direct).text).not.toContain(one)
    await ben.command(ben.direct, `page withdraw ${one.slice(0, 8)}`)
    expect(await leadsTo(one)).toBeDefined()
    await mia.command(mia.direct, `page withdraw ${one.slice(0, 8)}`)
    expect([await leadsTo(one), await leadsTo(two)]).toEqual([undefined, expect.anything()])
    await mia.press(mia.direct, 'Take the link back')
    expect([await leadsTo(two), await leadsTo(three)]).toEqual([expect.anything(), undefined])
    await mia.command(mia.direct, 'page withdraw')
    expect(await leadsTo(two)).toBeUndefined()
  })

  test('goes with all else that is forgotten', async () => {
    const [mia] = await open('https://bot.example')
    await interviewed(mia)
    const token = await linkOf(mia)
    await mia.command(mia.direct, 'export')
    const [json] = mia.last(mia.direct).attachments ?? []
    expect(json && 'text' in json ? json.text : '').toContain(token.slice(0, 22))
    await mia.command(mia.direct, 'forget --sure yes')
    expect(await leadsTo(token)).toBeUndefined()
    expect(home.stored().includes('pages:chat')).toBe(false)
  })

  test('twenty hold at once: the oldest makes room', async () => {
    const [mia] = await open('https://bot.example')
    await interviewed(mia)
    const first = await linkOf(mia)
    const second = await linkOf(mia)
    for (let n = 0; n < 19; n += 1) await linkOf(mia)
    expect([await leadsTo(first), await leadsTo(second)]).toEqual([undefined, expect.anything()])
  })
})

describe('without an address', () => {
  test('comes as a file', async () => {
    const [mia] = await open()
    const id = await interviewed(mia)
    await mia.command(mia.direct, 'page')
    expect(mia.last(mia.direct).attachments).toEqual([
      { name: `mlsd-report-${id}.html`, mime: 'text/html', text: `<p>${id} of ${mia.id}</p>` },
    ])
    await mia.command(mia.direct, 'page history')
    expect(mia.last(mia.direct).attachments).toMatchObject([{ name: 'mlsd-history.html' }])
  })

  test('says why where no files are shown, and before there is a report', async () => {
    const [mia] = await open()
    await mia.command(mia.direct, 'page')
    expect(mia.last(mia.direct).text).toContain('no report')
    await interviewed(mia)
    home.chat.limits.files = 'there are none here'
    await mia.command(mia.direct, 'page')
    expect(mia.last(mia.direct).text).toContain('there are none here')
  })
})

describe('a token', () => {
  const [secret, id, until] = ['s3cret', 'A'.repeat(22), 2_000_000_000_000]

  test('names what it was made for until its time is over, under its own secret alone', () => {
    const token = tokenFor(secret, id, until)
    expect(idIn(secret, token, until - 1)).toBe(id)
    expect(idIn(secret, token, until)).toBeUndefined()
    expect(idIn('another', token, until - 1)).toBeUndefined()
    home = { close: async () => {} } as House
  })

  test('changed in any one character, it names nothing', () => {
    const token = tokenFor(secret, id, until)
    for (let at = 0; at < token.length; at += 1)
      for (const sign of ['A', 'B', '_', '.', '0', '']) {
        const forged = token.slice(0, at) + sign + token.slice(at + 1)
        if (forged !== token) expect(idIn(secret, forged, until - 1), forged).toBeUndefined()
      }
    for (const odd of ['', '.', '..', 'a.b.c', `${token}\n`, `${token}${token}`, '\u0000'])
      expect(idIn(secret, odd, 0)).toBeUndefined()
  })
})
