/** What an edge tells of whoever sets a daily question: their time zone, and whether they may set one for a channel. */
import { expect, test } from 'vitest'
import type { Heard } from '../../src/platform/platform.ts'
import { starting as onSlack } from './slack/running.ts'

const slack = onSlack()

const commandsOf = (heard: readonly Heard[]) => heard.filter(({ type }) => type === 'command')

test('Slack: the zone that it shows times in, and the admin of a workspace', async () => {
  const { far, heard } = await slack({})
  const [member, admin] = [far.person('T1', 'U1'), far.person('T1', 'U3')]
  await member.command(member.direct, 'mlsd daily on 09:00 weekdays')
  await member.command('C1', 'mlsd daily on 09:00')
  await admin.command('C1', 'mlsd daily on 09:00')
  const [direct, asked, set] = commandsOf(heard)
  const words = '09:00 weekdays'
  expect(direct).toMatchObject({
    command: 'daily',
    args: { what: 'on', words },
    zone: 'Etc/UTC',
    alone: true,
  })
  expect(asked).not.toHaveProperty('admin')
  expect(set).toMatchObject({ admin: true, zone: 'Etc/UTC' })
})
