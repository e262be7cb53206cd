import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  directName,
  guildIn,
  isAlone,
  linkTo,
  NO_GUILD,
  nameOf,
  personName,
  placeName,
  snowflakeAt,
  spotOf,
  tenantName,
  timeOf,
} from '../../../src/platform/discord/names.ts'
import { isWithin, tenantOf } from '../../../src/platform/platform.ts'

const GUILD = tenantName('11')

describe('names', () => {
  test.each([
    ['discord:11/22', { type: 'channel', tenant: GUILD, channel: '22' }],
    ['discord:11/22/33', { type: 'channel', tenant: GUILD, channel: '22', thread: '33' }],
    ['discord:11/d22', { type: 'direct', tenant: GUILD, channel: '22' }],
    ['discord:@me/22', { type: 'direct', tenant: NO_GUILD, channel: '22' }],
    ['discord:11/u5', { type: 'person', tenant: GUILD, user: '5' }],
    ['discord:@me/u5', { type: 'person', tenant: NO_GUILD, user: '5' }],
  ] as const)('%s stands for what it says, and back', (name, spot) => {
    expect(spotOf(name)).toEqual(spot)
    expect(nameOf(spot)).toBe(name)
    expect(isAlone(name)).toBe(spot.type !== 'channel')
  })

  test.each([
    'slack:T1/C1',
    'discord:11',
    'discord:11/',
    'discord:11/22/33/44',
    'discord:11/u5/6',
    'discord:@me/22/33',
    'discord:x/22',
    'discord:11/22\n',
  ])('%j is the name of nothing', (name) => {
    expect(() => spotOf(name)).toThrow('names no place')
  })

  test('begin with their tenant, and a thread is within its channel', () => {
    for (const name of [placeName(GUILD, '22', '33'), directName(GUILD, '22'), personName(GUILD, '5')])
      expect(tenantOf(name)).toBe(GUILD)
    expect(isWithin(placeName(GUILD, '22', '33'), placeName(GUILD, '22'))).toBe(true)
    expect([guildIn(GUILD), guildIn(tenantName(null))]).toEqual(['11', undefined])
  })
})

describe('ids', () => {
  test('say when something was made', () => {
    // The example of Discord's own documentation.
    expect(timeOf('175928847299117063')).toBe(1_462_015_105_796)
    fc.assert(
      fc.property(fc.integer({ min: 1_420_070_400_000, max: 4_000_000_000_000 }), (time) => {
        expect(timeOf(snowflakeAt(time))).toBe(time)
      }),
    )
    expect(snowflakeAt(0)).toBe('0')
  })

  test('make links', () => {
    expect(linkTo(GUILD, '22', '44')).toBe('https://discord.com/channels/11/22/44')
    expect(linkTo(NO_GUILD, '22', '44')).toBe('https://discord.com/channels/@me/22/44')
  })
})
