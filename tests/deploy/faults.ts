/** What is asked of a container of ours, wherever it runs; the answer names the container and what is amiss. */
import { ConfigError, configOf } from '../../src/config.ts'
import type { Container } from './containers.ts'

/** What the project has: its image, its settings, where it can be probed, how long it takes to end, where its data is. */
export type Ours = {
  image: string
  settings: ReadonlySet<string>
  probes: readonly string[]
  end: number
  data: string
}

/** Every fault of a container that runs our image. */
export const faultsOf = (one: Container, ours: Ours): string[] => [
  ...(one.image === ours.image ? [] : [`the image is ${one.image} and not ${ours.image}`]),
  ...(one.command.join(' ') === 'serve' ? [] : [`runs "${one.command.join(' ')}" and not serve`]),
  ...rightsFaults(one),
  ...writesFaults(one, ours.data),
  ...settingsFaults(one, ours.settings),
  ...probeFaults(one, ours.probes),
  ...(one.grace > one.pause + ours.end
    ? []
    : [`is killed after ${one.grace} s, and may take ${one.pause + ours.end} to end`]),
  ...shardFaults(one),
]

/** What holds for a container of anybody. */
export const rightsFaults = ({ user, readOnly, noNewPrivileges, dropsAll, grants }: Container): string[] => [
  ...(user === undefined || /^(0|root)(:|$)/.test(user) ? ['runs as root'] : []),
  ...(readOnly ? [] : ['its file system can be written']),
  ...(noNewPrivileges ? [] : ['may gain privileges']),
  ...(dropsAll ? [] : ['keeps capabilities']),
  ...grants.map((what) => `is given ${what}`),
]

const writesFaults = ({ writes, env }: Container, data: string): string[] => {
  const more = writes.filter((path) => path !== data && path !== '/tmp')
  const alone = env.DATABASE_URL === undefined && env.MLSD_ROLE === undefined
  return [
    ...more.map((path) => `may write to ${path}`),
    ...(alone && !writes.includes(data) ? [`has no volume at ${data}`] : []),
  ]
}

const SECRET = /TOKEN|SECRET|API_KEY/

const settingsFaults = ({ env, secrets }: Container, settings: ReadonlySet<string>): string[] => [
  ...Object.keys(env)
    .filter((name) => !settings.has(name))
    .map((name) => `${name} is no setting of ours`),
  ...Object.entries(env)
    .filter(([name, value]) => SECRET.test(name) && value !== '')
    .map(([name]) => `${name} stands in the file`),
  ...(secrets.length === 1 ? [] : ['gets its secrets from nowhere']),
  ...(secrets.length === 1 ? refused(env) : []),
]

/** What the settings say of it when it is given all tokens. */
const refused = (env: Readonly<Record<string, string>>): string[] => {
  try {
    const { role, slack, discord } = configOf({ ...GIVEN, ...env })
    const hears = [slack && 'slack', discord && 'discord'].filter(Boolean)
    return role === 'edge' && hears.length !== 1
      ? [`an edge that hears ${hears.join(' and ') || 'nothing'}`]
      : []
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return [...error.faults]
  }
}

const GIVEN = {
  HOME: '/home/node',
  DATABASE_URL: 'postgres://mlsd:p@db:5432/mlsd',
  SLACK_BOT_TOKEN: 'xoxb-1',
  SLACK_SIGNING_SECRET: '1',
  DISCORD_TOKEN: 'a.b.c',
  DISCORD_GUILD_ID: '123456789012345678',
  PUBLIC_URL: 'https://mlsd.example',
}

const probeFaults = ({ probes, env }: Container, paths: readonly string[]): string[] => [
  ...(probes.length > 0 ? [] : ['nobody asks whether it lives']),
  ...probes
    .filter(({ path }) => !paths.includes(path))
    .map(({ path }) => `is asked for ${path}, which is not there`),
  ...probes
    .filter(({ port }) => String(port) !== env.MLSD_OPS_PORT)
    .map(({ port }) => `is asked on port ${port}, and listens on ${env.MLSD_OPS_PORT}`),
]

/** Two gateways for one shard would both be heard, and two processes on one file are refused. */
const shardFaults = ({ env, replicas, oneAtATime }: Container): string[] => {
  const alone = env.DISCORD_SHARD !== undefined || env.MLSD_ROLE === undefined
  return alone && !(replicas === 1 && oneAtATime) ? ['must be one alone, and can be two'] : []
}
