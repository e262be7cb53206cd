/** Interviews between two people: one answers, the other asks, the bot keeps time and grades by itself. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Card } from '../../src/platform/card.ts'
import { standing as standingOf } from '../interview/standing.ts'
import { DAY, HOUR, type House, house, QUIET } from './house.ts'
import { type Person, person } from './person.ts'

const C1 = 'chat:T1/C1'
const MINUTE = 60_000

let home: House
let mia: Person
let noor: Person
beforeEach(async () => {
  home = await house()
  mia = person(home, 'T1/mia')
  noor = person(home, 'T1/noor')
})
afterEach(() => home.close())

const alone = (who: Person): Card[] => who.sees(who.direct)
const lastAlone = (who: Person): Card => who.last(who.direct)
const invited = (line = 'late-parcels'): Promise<void> => mia.command(C1, `peer ${noor.id} ${line}`)

/** The place of the interview that begins once it is accepted. */
const begun = async (line?: string): Promise<string> => {
  await invited(line)
  const before = home.chat.posts.length
  await noor.press(noor.direct, 'Accept')
  const opened = home.chat.posts.slice(before).find(({ heads }) => heads === C1)
  if (!opened) throw new Error(`Nothing was begun: ${lastAlone(noor).text}`)
  return opened.place
}
const standing = async (place: string) => standingOf((await home.held(place)).interview)
const marks = (card: Card, mark: (name: string) => string): Record<string, string> =>
  Object.fromEntries((card.form?.fields ?? []).map(({ name }) => [name, mark(name)]))
const everybodySees = (place: string): string =>
  home.chat.posts
    .filter((post) => post.place === place && post.card.only === undefined)
    .map(({ card }) => `${card.title ?? ''} ${card.text}`)
    .join('\n')

describe('an invitation', () => {
  test('is put to the other alone, and nothing begins before they accept', async () => {
    await invited('late-parcels --level senior --minutes 20')
    expect(mia.last(C1)).toMatchObject({ only: mia.id, text: expect.stringContaining('24 hours') })
    const question = lastAlone(noor)
    expect(question.text).toContain(
      '**mia** asks you to interview them: "Parcels that will be late", senior level, 20',
    )
    expect(question.buttons?.map(({ label }) => label)).toEqual(['Accept', 'Decline'])
    expect(home.chat.calls.filter(({ verb }) => verb === 'open')).toEqual([])
    await noor.press(noor.direct, 'Accept')
    expect(mia.last(C1).text).toContain('Accepted')
    const [opened] = home.chat.calls.filter(({ verb }) => verb === 'open')
    expect(opened?.place).toBe(C1)
    await noor.press(noor.direct, 'Accept')
    expect(lastAlone(noor).text).toContain('not open any more')
    expect(home.chat.calls.filter(({ verb }) => verb === 'open')).toHaveLength(1)
  })

  test('can be declined, and is then not repeated for a day', async () => {
    await invited()
    await noor.press(noor.direct, 'Decline')
    expect(mia.last(C1).text).toContain('declined')
    await invited()
    expect(mia.last(C1).text).toContain('They have declined. Ask them again tomorrow')
    await home.pass(DAY)
    await invited()
    expect(lastAlone(noor).buttons).toHaveLength(2)
  })

  test('lapses after a day, of which both are told', async () => {
    await invited()
    await invited()
    expect(mia.last(C1).text).toContain('have not answered yet')
    await home.restart()
    await home.pass(DAY + 1)
    expect(mia.last(C1).text).toContain('it has lapsed')
    expect(lastAlone(noor).text).toContain('has lapsed')
    await noor.press(noor.direct, 'Accept')
    expect(lastAlone(noor).text).toContain('not open any more')
    expect(home.chat.calls.filter(({ verb }) => verb === 'open')).toEqual([])
  })

  test.each([
    ['chat:T1/mia', 'Nobody interviews themselves'],
    ['chat:T2/noor', 'Name somebody of your team'],
    ['@noor', 'Name somebody of your team'],
    ['chat:T1/noor no-such', 'There is no problem "no-such"'],
    ['chat:T1/noor --minutes 500', '"500" minutes cannot be'],
  ])('%s is refused, and nobody is asked', async (line, words) => {
    await mia.command(C1, `peer ${line}`)
    expect(mia.last(C1)).toMatchObject({ only: mia.id, text: expect.stringContaining(words) })
    expect(alone(noor)).toEqual([])
  })

  test('is for places where both are, and follows what team and channel permit', async () => {
    await mia.command(mia.direct, `peer ${noor.id}`)
    expect(lastAlone(mia).text).toContain('in a channel in which both of you are')
    const ada = person(home, 'T1/ada', { admin: true })
    await ada.command(C1, 'channel setup --levels staff --modes exam --starters Mentors')
    await invited('late-parcels --level staff')
    expect(mia.last(C1).text).toContain('one of these roles')
    mia = person(home, 'T1/mia', { roles: ['mentors'] })
    await invited('late-parcels --level mid')
    expect(mia.last(C1).text).toContain('no interviews with the level "mid"')
    await ada.command(C1, 'channel setup --spectators off')
    await invited('late-parcels --level staff')
    expect(mia.last(C1).text).toContain('out of the sight of others')
    await ada.command(C1, 'channel setup --spectators on')
    await invited()
    expect(lastAlone(noor).text).toContain('staff level')
  })

  test('starts with what the candidate likes, and is held where it was asked for if that is free', async () => {
    await mia.command(C1, 'settings --level junior --minutes 25')
    await mia.command(`${C1}/9`, `peer ${noor.id} late-parcels`)
    expect(lastAlone(noor).text).toContain('junior level, 25 minutes')
    await person(home, 'T1/zoe').start(`${C1}/9`)
    const before = home.chat.posts.length
    await noor.press(noor.direct, 'Accept')
    expect(home.chat.posts.slice(before).find(({ heads }) => heads === C1)).toBeDefined()
  })

  test('of somebody who cannot be reached is told at once', async () => {
    home.chat.troubles.push({ kind: 'gone', times: 1, of: ({ place }) => place === noor.id })
    await invited()
    expect(mia.last(C1).text).toContain('They cannot be asked')
    await invited()
    expect(lastAlone(noor).buttons).toHaveLength(2)
  })
})

describe('while they talk', () => {
  test('the interviewer alone gets the facts, and for each stage its criteria; nobody else sees any of it', async () => {
    const place = await begun()
    const titles = alone(noor).map(({ title }) => title)
    expect(titles).toEqual(
      expect.arrayContaining(['You interview: Parcels that will be late', 'Clarify requirements: 5:00']),
    )
    const facts = alone(noor).find(({ title }) => title?.startsWith('You interview'))?.text ?? ''
    const sheet = alone(noor).find(({ title }) => title?.startsWith('Clarify'))?.text ?? ''
    expect(facts).toContain('Facts, each for who asks')
    expect(sheet).toContain('**Business goal**')
    expect(sheet).toContain('Who would notice first')
    const open = everybodySees(place)
    expect(open).toContain('Clarify requirements You two have the word.')
    for (const held of ['Business goal', 'Who would notice first', 'Facts, each'])
      expect(open).not.toContain(held)
    expect(alone(mia)).toEqual([])
  })

  test('both are heard as who they are, and the bot neither asks nor judges', async () => {
    const place = await begun()
    const before = home.chat.calls.length
    await noor.say(place, 'What is it good for?')
    const said = await mia.say(place, 'The goal is fewer refunds.')
    await home.pass(QUIET)
    await mia.edit(place, said, 'The goal is fewer refunds, since each costs 12 euros.')
    await home.pass(MINUTE)
    expect(home.chat.calls.length).toBe(before)
    await mia.command(place, 'hint')
    expect(mia.last(place).text).toContain('A person interviews you here')
    const words = (await home.transcript(place)).map(({ who, text }) => [who, text])
    expect(words).toEqual([
      ['interviewer', 'What is it good for?'],
      ['candidate', 'The goal is fewer refunds.'],
      ['candidate', 'The goal is fewer refunds, since each costs 12 euros.'],
    ])
    await person(home, 'T1/zoe').say(place, 'I would ask more.')
    expect(await home.transcript(place)).toHaveLength(3)
  })

  test('the interviewer is nudged alone, and either of them goes on', async () => {
    const place = await begun()
    const before = everybodySees(place)
    await home.pass(5 * MINUTE)
    expect(lastAlone(noor).text).toBe('The time for Clarify requirements is used up. Go on to Data.')
    await home.pass(2 * MINUTE)
    expect(lastAlone(noor).text).toContain('Clarify requirements is well over its time')
    expect(everybodySees(place)).toBe(before)
    await noor.press(noor.direct, 'Next stage')
    expect(await standing(place)).toEqual({ talk: { data: 'listening' } })
    expect(lastAlone(noor).title).toMatch(/^Data/)
    await noor.press(noor.direct, 'Back')
    expect(await standing(place)).toEqual({ talk: { clarify: 'listening' } })
    await mia.command(place, 'next')
    await noor.command(place, 'pause')
    await noor.say(place, 'A short break.')
    await mia.command(place, 'resume')
    await noor.say(noor.direct, 'next')
    expect(await standing(place)).toMatchObject({ talk: { details: 'listening' } })
    await noor.command(place, 'hint')
    expect(noor.last(place)).toMatchObject({
      only: noor.id,
      text: expect.stringContaining('for the candidate'),
    })
    const talks = await Array.fromAsync(home.desk().talks())
    expect(talks).toMatchObject([{ person: mia.id, asker: noor.id, place }])
    expect(await home.desk().talkAt(place)).toEqual(talks[0])
  })
})

describe('at the end', () => {
  let place: string
  beforeEach(async () => {
    place = await begun()
    await mia.say(place, 'The goal is fewer refunds, since every refund costs the shop 12 euros.')
    await noor.press(noor.direct, 'Next stage')
    await noor.press(noor.direct, 'End')
  })
  const reports = (who: Person): Card[] =>
    [...who.sees(place), ...alone(who)].filter(({ tone }) => tone === 'report')

  test('nothing is shown before both forms are in; then both see them side by side', async () => {
    expect(await standing(place)).toBe('debrief')
    const card = lastAlone(noor)
    expect(card.form).toMatchObject({ id: 'marks', text: 'Clarify requirements, Data' })
    expect(await home.desk().form('marks', { person: noor.id, place: noor.direct })).toEqual(card.form)
    expect(await home.desk().form('marks', { person: mia.id, place })).toBeUndefined()
    await mia.submit(place, 'rate', { clarify: '3', data: '1' })
    expect(mia.last(place).text).toContain('once your interviewer has sent')
    await mia.command(place, 'report')
    expect([reports(mia), reports(noor)]).toEqual([[], []])
    await noor.submit(
      noor.direct,
      'marks',
      marks(card, () => '2'),
    )
    expect(await standing(place)).toBe('reported')
    for (const who of [mia, noor]) {
      const [report] = reports(who)
      expect(reports(who)).toHaveLength(1)
      expect(report?.only).toBe(who.id)
      expect(report?.text).toContain('## The forms side by side')
      expect(report?.text).toMatch(/\| Clarify requirements \| 3 \| 4 \| \d \|/)
      expect(report?.text).toContain('**Class balance**: interviewer 2, bot 0')
      expect(report?.buttons?.map(({ label }) => label)).toEqual(['Swap roles'])
      expect(report?.text).toContain('asked by a person')
      expect(report?.text).not.toContain('Facts you never asked for')
    }
    expect(everybodySees(place)).not.toContain('side by side')
  })

  test('the other way round as well: first the marks, then the rating', async () => {
    await noor.submit(
      noor.direct,
      'marks',
      marks(lastAlone(noor), () => '1'),
    )
    expect(lastAlone(noor).text).toContain('once the candidate has rated themselves')
    await mia.press(place, 'Skip')
    expect(reports(mia)).toHaveLength(1)
    expect(reports(mia)[0]?.text).toContain('There is no own rating.')
    await noor.submit(noor.direct, 'marks', { [`${(await home.held(place)).id}.CL1`]: '0' })
    expect(lastAlone(noor).text).toContain('too late')
  })

  test('after a day what is in is opened', async () => {
    await mia.press(place, 'Skip')
    await home.pass(5 * HOUR)
    expect(reports(mia)).toEqual([])
    await home.restart()
    await home.pass(DAY)
    for (const who of [mia, noor])
      expect(reports(who)[0]?.text).toContain('did not mark all stages within 24 hours')
  })

  test('nobody else marks, and the candidate alone rates', async () => {
    const form = lastAlone(noor)
    const zoe = person(home, 'T1/zoe')
    await zoe.submit(
      zoe.direct,
      'marks',
      marks(form, () => '0'),
    )
    await mia.submit(
      place,
      'marks',
      marks(form, () => '2'),
    )
    await noor.submit(place, 'rate', { clarify: '4' })
    await noor.press(place, 'Skip')
    const { peer, ratings } = (await home.held(place)).interview.snapshot.context
    expect([peer?.stages ?? [], ratings]).toEqual([[], null])
    expect(await standing(place)).toBe('debrief')
    const [entry] = await home.transcript(place)
    await mia.grade(place, entry?.id ?? '')
    expect(mia.last(place).text).toContain('nothing is graded before both forms are in')
  })

  test('roles are swapped on another problem, once the other agrees', async () => {
    await noor.submit(
      noor.direct,
      'marks',
      marks(lastAlone(noor), () => '1'),
    )
    await mia.press(place, 'Skip')
    await mia.press(place, 'Swap roles')
    expect(lastAlone(noor).text).toContain('**mia** offers to interview you: "Trains that will be late"')
    const before = home.chat.posts.length
    await noor.press(noor.direct, 'Accept')
    const next = home.chat.posts.slice(before).find(({ heads }) => heads === C1)?.place ?? ''
    expect(await home.held(next)).toMatchObject({ person: noor.id, peer: { interviewer: mia.id } })
    expect(alone(mia).map(({ title }) => title)).toContain('You interview: Trains that will be late')
  })

  test('roles may be swapped where only some may begin: that was settled the first time', async () => {
    await noor.submit(
      noor.direct,
      'marks',
      marks(lastAlone(noor), () => '1'),
    )
    await mia.press(place, 'Skip')
    await person(home, 'T1/ada', { admin: true }).command(C1, 'channel setup --starters Mentors')
    await mia.press(place, 'Swap roles')
    expect(lastAlone(noor).text).toContain('offers to interview you')
  })

  test('the interviewer reads of it in the language that they have set', async () => {
    const form = lastAlone(noor)
    await noor.command(noor.direct, 'settings --language de')
    await noor.submit(
      noor.direct,
      'marks',
      marks(form, () => '1'),
    )
    await mia.press(place, 'Skip')
    await noor.command(noor.direct, 'history')
    expect(lastAlone(noor).text).toContain('du hast gefragt')
  })

  test("it is in both histories, and what is the candidate's stays theirs", async () => {
    const { id } = await home.held(place)
    await noor.command(C1, 'history')
    expect(noor.last(C1).text).toMatch(new RegExp(`${id}.*interviewer\\): not finished`))
    await noor.submit(
      noor.direct,
      'marks',
      marks(lastAlone(noor), () => '1'),
    )
    await mia.press(place, 'Skip')
    await noor.command(C1, 'history')
    expect(noor.last(C1).text).toContain('you interviewed')
    await noor.command(C1, `report ${id}`)
    expect(noor.last(C1).text).toContain(`You have no interview "${id}"`)
    await mia.command(C1, `report ${id}`)
    expect(mia.last(C1).text).toContain('side by side')
    await mia.command(place, 'retry clarify')
    expect(mia.last(place).text).toContain('Before you design anything')
    await noor.say(place, 'Good luck.')
    await mia.command(C1, 'forget --sure yes')
    await noor.command(C1, 'history')
    expect(noor.last(C1).text).toBe('None yet.')
  })

  test('an interviewer who has everything removed leaves no name behind', async () => {
    await noor.command(noor.direct, 'forget --sure yes')
    expect((await home.held(place)).peer).toEqual({ interviewer: null })
    await mia.press(place, 'Skip')
    await home.pass(DAY)
    expect(reports(mia)).toHaveLength(1)
    expect(reports(mia)[0]?.buttons).toBeUndefined()
  })
})

test('an abandoned one ends by itself, and waits for the forms all the same', async () => {
  const place = await begun()
  await home.pass(4 * HOUR)
  expect(await standing(place)).toBe('debrief')
  expect(lastAlone(noor).form?.id).toBe('marks')
  await home.pass(DAY)
  expect(await standing(place)).toBe('reported')
})

test('without a problem, one is taken that neither has met', async () => {
  await noor.finish(await noor.start('chat:T1/C2', 'late-parcels'))
  await mia.command(C1, `peer ${noor.id}`)
  expect(lastAlone(noor).text).toContain('"Trains that will be late"')
})

test('a place that is gone pauses it, and both are told', async () => {
  const place = await begun()
  home.chat.troubles.push({
    kind: 'gone',
    times: 1,
    of: ({ verb, place: at }) => verb === 'say' && at === place,
  })
  await mia.command(place, 'time')
  expect(await standing(place)).toBe('paused')
  expect(lastAlone(noor).text).toContain('cannot be reached any more')
  expect(lastAlone(mia).text).toContain('It is paused')
  home.troubles.splice(0)
})

test('what is asked again after a crash is said once', async () => {
  const once = async (deed: () => Promise<void>, of: (call: { verb: string; place: string }) => boolean) => {
    home.chat.troubles.push({ kind: 'crash after', times: 1, of })
    await deed()
    await home.restart()
    await home.pass(HOUR)
  }
  await once(
    () => invited(),
    ({ place }) => place === noor.id,
  )
  expect(alone(noor)).toHaveLength(1)
  await once(
    () => noor.press(noor.direct, 'Accept'),
    ({ verb }) => verb === 'open',
  )
  expect(home.chat.posts.filter(({ heads }) => heads === C1)).toHaveLength(1)
  expect(alone(noor).filter(({ title }) => title?.startsWith('You interview'))).toHaveLength(1)
})

test('it is told where there are no places for two', async () => {
  home.chat.limits.places = 'a terminal is one place'
  await mia.command(C1, 'peer @noor')
  expect(mia.last(C1).text).toBe('No place for two can be had here: a terminal is one place.')
})
