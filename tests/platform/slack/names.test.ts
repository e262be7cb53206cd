import { describe, expect, test } from 'vitest'
import { isWithin, tenantOf } from '../../../src/platform/platform.ts'
import {
  homeName,
  isDirect,
  linkTo,
  personName,
  placeName,
  spotOf,
  teamIn,
  tenantName,
  timeOf,
  tsAt,
} from '../../../src/platform/slack/names.ts'

const TS = '1700000000.000100'

describe('tenants', () => {
  test.each([
    [{ team: 'T1' }, 'slack:T1'],
    [{ team: 'T1', enterprise: 'E1' }, 'slack:E1.T1'],
    [{ enterprise: 'E1' }, 'slack:E1'],
  ])('%j is %s, and back', (team, tenant) => {
    expect(tenantName(team)).toBe(tenant)
    expect(teamIn(tenant)).toEqual(team)
  })

  test('a team in an organisation is another tenant than the same team without one', () => {
    expect(tenantName({ team: 'T1', enterprise: '' })).toBe('slack:T1')
    expect(tenantName({ team: 'T1', enterprise: 'E1' })).not.toBe('slack:T1')
  })

  test('somebody who is nobody is a fault', () => {
    expect(() => tenantName({})).toThrow('neither a team nor an enterprise')
  })
})

describe('places and people', () => {
  const tenant = 'slack:T1'

  test.each([
    ['a channel', placeName(tenant, 'C1'), { type: 'channel', tenant, channel: 'C1' }],
    ['a thread', placeName(tenant, 'C1', TS), { type: 'channel', tenant, channel: 'C1', thread: TS }],
    ['a direct message', placeName(tenant, 'D1'), { type: 'channel', tenant, channel: 'D1' }],
    ['a person', personName(tenant, 'U1'), { type: 'person', tenant, user: 'U1' }],
    [
      'a person of an organisation',
      personName('slack:E1.T1', 'W1'),
      { type: 'person', tenant: 'slack:E1.T1', user: 'W1' },
    ],
    ['a Home tab', homeName(tenant, 'U1'), { type: 'home', tenant, user: 'U1' }],
  ])('%s is read back as it was written', (_, name, spot) => {
    expect(spotOf(name)).toEqual(spot)
    expect(tenantOf(name)).toBe(spot.tenant)
  })

  test('a thread is within its channel, and a Home tab within its person', () => {
    expect(isWithin(placeName(tenant, 'C1', TS), placeName(tenant, 'C1'))).toBe(true)
    expect(isWithin(homeName(tenant, 'U1'), personName(tenant, 'U1'))).toBe(true)
    expect(isWithin(placeName(tenant, 'C11'), placeName(tenant, 'C1'))).toBe(false)
  })

  test.each(['slack:T1', 'slack:T1/', 'discord:1/2', 'T1/C1', 'slack:T1/C1/1/2', 'slack:T1/U1/attic'])(
    '"%s" is none of them',
    (name) => expect(() => spotOf(name)).toThrow(name),
  )

  test('a direct message is known by its id', () => {
    expect([isDirect('D1'), isDirect('C1'), isDirect('G1')]).toEqual([true, false, false])
  })
})

describe('times', () => {
  test('a timestamp is a time in milliseconds', () => {
    expect(timeOf('1700000000.000100')).toBe(1_700_000_000_000)
    expect(timeOf('1700000000.999600')).toBe(1_700_000_001_000)
  })

  test('a time is a timestamp that Slack takes', () => {
    expect(tsAt(1_700_000_000_123)).toBe('1700000000.123000')
    expect(timeOf(tsAt(1_700_000_000_123))).toBe(1_700_000_000_123)
  })
})

describe('links', () => {
  const url = 'https://team1.slack.com/'
  const at = `${url}archives/C1/p1700000000000100`

  test('lead to a message, and to a reply within its thread', () => {
    expect(linkTo(url, 'C1', TS)).toBe(at)
    expect(linkTo(url, 'C1', TS, '1699999999.000001')).toBe(`${at}?thread_ts=1699999999.000001&cid=C1`)
  })

  test('of a message that begins a thread name no thread', () => {
    expect(linkTo(url, 'C1', TS, TS)).toBe(at)
  })

  test('do not mind how the address of the workspace ends', () => {
    expect(linkTo('https://team1.slack.com', 'C1', TS)).toBe(at)
    expect(linkTo('https://team1.slack.com//', 'C1', TS)).toBe(at)
  })
})
