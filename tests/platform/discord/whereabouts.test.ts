import { expect, test } from 'vitest'
import { whereabouts } from '../../../src/platform/discord/whereabouts.ts'
import { PlatformFault } from '../../../src/platform/platform.ts'
import { restOf, TOKEN } from './rest.ts'

const answers = { '/users/@me': { id: '5', username: 'mlsd' }, '/guilds/1': { id: '1', name: 'Acme' } }

test('every server, or the one that has the commands', async () => {
  const { apiUrl } = await restOf(answers)
  expect(await whereabouts({ token: TOKEN, apiUrl })).toBe(
    'Discord: @mlsd, in every server that has invited it, over the gateway.',
  )
  expect(await whereabouts({ token: TOKEN, apiUrl, guild: '1' })).toBe(
    'Discord: @mlsd, with its commands in Acme (1) alone, over the gateway.',
  )
  expect(await whereabouts({ token: TOKEN, apiUrl, guild: '2' })).toContain('in server 2 alone')
})

test('a token that Discord does not take ends it at once, with what to do and without the token', async () => {
  const { apiUrl } = await restOf(answers)
  const asked = whereabouts({ token: 'hush.hush.hush', apiUrl })
  await expect(asked).rejects.toThrow(PlatformFault)
  await expect(asked).rejects.toThrow(/DISCORD_TOKEN \(401\)\. "mlsd doctor" says what to do/)
  await expect(asked).rejects.not.toThrow(/hush/)
})

test('a Discord that cannot be reached, or wants a pause, does not end it', async () => {
  const { apiUrl, stop } = await restOf({ '/users/@me': [429, { message: 'wait', retry_after: 1 }] })
  expect(await whereabouts({ token: TOKEN, apiUrl })).toContain('cannot be asked yet')
  await stop()
  expect(await whereabouts({ token: TOKEN, apiUrl })).toContain('cannot be asked yet')
})
