import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ConfigError, configOf } from '../../src/config.ts'

const HOUR = 3_600_000

test('with a home folder and nothing else, data goes where the system keeps data', () => {
  const config = configOf({ HOME: '/home/me' })
  expect(config).toEqual({
    home: '/home/me/.local/share/mlsd',
    file: '/home/me/.local/share/mlsd/mlsd.db',
    idle: 72 * HOUR,
    quiet: 2_500,
    chatQuiet: 6_000,
    colour: true,
    role: 'all',
    ops: { log: 'info' },
  })
  expect(Object.isFrozen(config)).toBe(true)
})

test('MLSD_HOME goes before XDG_DATA_HOME, and a relative XDG_DATA_HOME counts for nothing', () => {
  const env = { HOME: '/home/me', XDG_DATA_HOME: '/data' }
  expect(configOf(env).home).toBe('/data/mlsd')
  expect(configOf({ ...env, XDG_DATA_HOME: 'data' }).home).toBe('/home/me/.local/share/mlsd')
  expect(configOf({ ...env, MLSD_HOME: '/mine' }).home).toBe('/mine')
  expect(configOf({ MLSD_HOME: 'mine' }).file).toBe(join(process.cwd(), 'mine', 'mlsd.db'))
})

test('settings are read in the units people think in; an empty one is not set', () => {
  const env = { HOME: '/home/me', MLSD_IDLE_HOURS: '1.5', MLSD_QUIET_SECONDS: '0', NO_COLOR: '1' }
  expect(configOf(env)).toMatchObject({ idle: 1.5 * HOUR, quiet: 0, colour: false })
  expect(configOf({ HOME: '/home/me', MLSD_IDLE_HOURS: '', NO_COLOR: '' })).toMatchObject({
    idle: 72 * HOUR,
    colour: true,
  })
})

test('every fault is listed at once: the variable, what was found, what is wanted', () => {
  const read = () => configOf({ HOME: 'me', MLSD_IDLE_HOURS: 'a week', MLSD_QUIET_SECONDS: '-1' })
  expect(read).toThrow(ConfigError)
  try {
    read()
  } catch (error) {
    expect((error as ConfigError).message).toBe(
      [
        'The settings cannot be used:',
        '  MLSD_IDLE_HOURS is "a week"; wanted is a number from 0.1 to 8760.',
        '  MLSD_QUIET_SECONDS is "-1"; wanted is a number from 0 to 60.',
        '  HOME is "me"; wanted is an absolute path, or the folder for all data in MLSD_HOME.',
      ].join('\n'),
    )
  }
})

test.each(['NaN', 'Infinity', '1e99', '0', '-3'])('%s hours are refused', (hours) => {
  expect(() => configOf({ HOME: '/h', MLSD_IDLE_HOURS: hours })).toThrow(ConfigError)
})

test('in chat an answer has a quiet time of its own', () => {
  expect(configOf({ HOME: '/h', MLSD_CHAT_QUIET_SECONDS: '0.5' })).toMatchObject({
    quiet: 2_500,
    chatQuiet: 500,
  })
})
