import { describe, expect, test } from 'vitest'
import { METHODS } from '../../../src/platform/slack/api/methods.ts'
import { CLIENT, OTHER_TEAM, PUBLIC_URL, SCOPES, TEAM } from './emulated.ts'
import { type Edge, edges, placeOf, shelfIn } from './emulated-edge.ts'

const start = edges()

const OAUTH = { ...CLIENT, stateSecret: 'the secret of the states', publicUrl: PUBLIC_URL }

describe('the scopes that emulate asks for', () => {
  /** What it says it needs for a method, at every kind of channel; nothing where it has no such method. */
  const needs = async ({ far }: Edge, method: string): Promise<string[] | undefined> => {
    const { candidate, watcher, admin, open, closed } = far
    const several = { users: `${watcher.id},${admin.id}` }
    const { channel } = (await candidate.call('conversations.open', several)) as { channel: { id: string } }
    const ways =
      method === 'conversations.open'
        ? [{ users: watcher.id }]
        : [open, closed, candidate.direct, channel.id].map((id) => ({ channel: id, ts: '1.1' }))
    const answers = await Promise.all(ways.map((args) => far.call(far.bot.token, method, args)))
    if (answers.some(({ status }) => status === 404)) return undefined
    return [...new Set(answers.flatMap(({ needed }) => (needed === undefined ? [] : [String(needed)])))]
  }

  test('are those that each method is known to need', async () => {
    const edge = await start({ far: { scopes: [] }, idle: true })
    const unknown: string[] = []
    for (const [method, scopes] of Object.entries(METHODS)) {
      const needed = await needs(edge, method)
      if (needed) expect(needed.toSorted(), method).toEqual([...scopes].toSorted())
      else unknown.push(method)
    }
    expect(unknown).toEqual([
      'chat.startStream',
      'chat.appendStream',
      'chat.stopStream',
      'assistant.threads.setStatus',
      'assistant.threads.setSuggestedPrompts',
    ])
  })

  test('are all in the manifest', async () => {
    const edge = await start({ idle: true })
    for (const method of Object.keys(METHODS)) expect((await needs(edge, method)) ?? []).toEqual([])
  })

  test('are named where one is lacking', async () => {
    const without = (scope: string) => SCOPES.filter((each) => each !== scope)
    const silent = await start({ far: { scopes: without('chat:write') } })
    await expect(
      silent.platform.say(placeOf(silent.far.open), { tone: 'answer', text: 'x' }, 'x'),
    ).rejects.toMatchObject({ kind: 'refused', message: expect.stringContaining('needs chat:write') })
    const bare = await start({ far: { scopes: without('files:write') } })
    const attachments = [{ name: 'report.md', mime: 'text/markdown', text: '# Report\n' }]
    await bare.platform.say(placeOf(bare.far.open), { tone: 'report', text: 'The report', attachments }, 'x')
    expect((await bare.far.messages(bare.far.open)).map(({ text }) => text)).toEqual([
      'The report',
      expect.stringMatching(/report\.md could not be attached.*files:write/s),
    ])
  })
})

/** Goes through the pages of an installation as a browser does: ours, Slack's where somebody agrees, and ours again. */
const browse = async ({ at, far }: Edge, forge = (back: URL): URL => back) => {
  const first = await fetch(at('/slack/install'))
  const cookie = first.headers.getSetCookie().map((each) => each.split(';', 1)[0])
  const [, leads = ''] = /<a href="([^"]+)"/.exec(await first.text()) ?? []
  const asking = await fetch(unescaped(leads))
  const forms = (await asking.text()).split('<form').slice(1)
  const form = forms.find((each) => each.includes(far.candidate.id)) ?? ''
  const fields = new URLSearchParams()
  for (const [, name = '', value = ''] of form.matchAll(/name="([^"]+)" value="([^"]*)"/g))
    fields.set(name, unescaped(value))
  const agreed = await fetch(new URL('/oauth/v2/authorize/callback', leads), {
    ...{ method: 'POST', body: fields, redirect: 'manual' },
  })
  const back = forge(new URL(agreed.headers.get('location') ?? ''))
  expect(back.origin).toBe(PUBLIC_URL)
  const last = await fetch(at(`${back.pathname}${back.search}`), { headers: { cookie: cookie.join('; ') } })
  return { status: last.status, page: await last.text() }
}

const unescaped = (html: string): string => html.replaceAll('&amp;', '&')

type Kept = { token: string; botUserId: string; url: string }

describe('from the pages of emulate the app is installed', () => {
  test('in a workspace, with the scopes of the manifest, and is heard and speaks there from then on', async () => {
    const kept = new Map<string, unknown>()
    const edge = await start({ team: OAUTH, shelf: shelfIn(kept) })
    const { far, words, platform, log } = edge
    await far.candidate.say(far.open, 'too early')
    expect(far.deliveries()).toMatchObject([{ status_code: 200 }])
    expect(log()).toContain('not installed')
    await expect(platform.say(placeOf(far.open), { tone: 'answer', text: 'x' }, 'x')).rejects.toMatchObject({
      kind: 'gone',
    })
    expect(await browse(edge)).toMatchObject({
      status: 200,
      page: expect.stringContaining('mlsd is now in Emulate'),
    })
    const { token, botUserId } = kept.get(TEAM) as Kept
    expect(botUserId).toBe(far.bot.user)
    const { provided } = await far.call(token, 'pins.add')
    expect(String(provided).split(',').toSorted()).toEqual(SCOPES.toSorted())
    await far.candidate.say(far.open, 'in time')
    expect(words()).toEqual(['in time'])
    await platform.say(placeOf(far.open), { tone: 'answer', text: 'Welcome' }, 'welcome')
    expect((await far.messages(far.open)).at(-1)).toMatchObject({ user: far.bot.user, text: 'Welcome' })
  })

  test('in two workspaces, each with a token of its own', async () => {
    const kept = new Map<string, unknown>()
    const edge = await start({ team: OAUTH, shelf: shelfIn(kept) })
    const { far, heard, platform } = edge
    await browse(edge)
    // It knows one workspace at a time; the tokens that it gave out before keep theirs.
    far.becomes(OTHER_TEAM, 'next-door')
    await browse(edge)
    const [one, other] = [kept.get(TEAM), kept.get(OTHER_TEAM)] as [Kept, Kept]
    expect(one.token).not.toBe(other.token)
    await far.candidate.say(far.open, 'here')
    await far.neighbour.say(far.open, 'there')
    expect(heard).toMatchObject([
      { place: placeOf(far.open), person: `slack:${TEAM}/${far.candidate.id}` },
      { place: placeOf(far.open, undefined, OTHER_TEAM), person: `slack:${OTHER_TEAM}/${far.neighbour.id}` },
    ])
    for (const [team, domain] of [
      [TEAM, 'emulate'],
      [OTHER_TEAM, 'next-door'],
    ]) {
      const place = placeOf(far.open, undefined, team)
      const { link } = await platform.say(place, { tone: 'answer', text: 'Hello' }, `hello ${team}`)
      expect(link).toContain(`https://${domain}.slack.com/`)
      expect(far.deliveries().at(-1)?.payload).toMatchObject({ team_id: team })
    }
  })

  test.each([
    ['a state that was not given out', OAUTH, 400, (back: URL) => back.searchParams.set('state', 'x.y.z')],
    ['a code that was not given out', OAUTH, 500, (back: URL) => back.searchParams.set('code', 'none')],
    ['another secret', { ...OAUTH, clientSecret: 'wrong' }, 500, () => {}],
  ] as const)('but not with %s', async (_, team, status, forge) => {
    const kept = new Map<string, unknown>()
    const edge = await start({ team, shelf: shelfIn(kept) })
    const forged = (back: URL): URL => {
      forge(back)
      return back
    }
    const seen = await browse(edge, forged)
    expect(seen).toMatchObject({ status, page: expect.stringContaining('Not installed') })
    expect(kept.size).toBe(0)
  })
})
