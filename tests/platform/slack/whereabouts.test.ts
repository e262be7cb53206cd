import { expect, onTestFinished, test } from 'vitest'
import { PlatformFault } from '../../../src/platform/platform.ts'
import { whereabouts } from '../../../src/platform/slack/whereabouts.ts'
import { type StandIn, standIn } from './stand-in/stand-in.ts'

const workspace = async (): Promise<StandIn> => {
  const slack = await standIn({ teams: [{ id: 'T1', name: 'Acme' }] })
  onTestFinished(() => slack.stop())
  return slack
}

const http = { http: { signingSecret: 'hush', port: 8080 } }
const client = { clientId: '1.1', clientSecret: 'hush', stateSecret: 'hush and more of it' }

test('one workspace, in either way', async () => {
  const { apiUrl, token, appToken } = await workspace()
  const team = { token: token('T1') }
  expect(await whereabouts({ apiUrl, team, transport: { socket: { appToken } } })).toBe(
    'Slack: @mlsd in Acme (T1), over Socket Mode.',
  )
  expect(await whereabouts({ apiUrl, team, transport: http })).toBe(
    'Slack: @mlsd in Acme (T1), over HTTP on port 8080 at /slack/events.',
  )
})

test('every workspace that installs it, and where that is done', async () => {
  const publicUrl = 'https://bot.example.org'
  expect(await whereabouts({ team: { ...client, publicUrl }, transport: http })).toBe(
    'Slack: every workspace that installs it, over HTTP on port 8080 at /slack/events; ' +
      'it is installed from https://bot.example.org/slack/install.',
  )
  expect(await whereabouts({ team: client, transport: http })).toContain(
    'http://localhost:8080/slack/install',
  )
})

test('a token that Slack does not take ends it at once, with what to do and without the token', async () => {
  const { apiUrl, appToken } = await workspace()
  const asked = whereabouts({ apiUrl, team: { token: 'xoxb-hush' }, transport: { socket: { appToken } } })
  await expect(asked).rejects.toThrow(PlatformFault)
  await expect(asked).rejects.toThrow(/SLACK_BOT_TOKEN \(invalid_auth\)\. "mlsd doctor" says what to do/)
  await expect(asked).rejects.not.toThrow(/hush/)
})

test('a Slack that cannot be reached, or wants a pause, does not end it', async () => {
  const slack = await workspace()
  const { apiUrl, token, appToken } = slack
  const options = { apiUrl, team: { token: token('T1') }, transport: { socket: { appToken } } }
  slack.trouble.limit('auth.test')
  expect(await whereabouts(options)).toContain('cannot be asked yet')
  await slack.stop()
  expect(await whereabouts(options)).toContain('cannot be asked yet')
})
