/** How it is deployed: what compose.yaml and deploy/ describe is what the program knows, and no container has rights to spare. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { opsOf } from '../src/web/ops.ts'
import { objectsOf, podsOf, servicesOf } from './deploy/containers.ts'
import { faultsOf, type Ours, rightsFaults } from './deploy/faults.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (file: string) => readFileSync(`${root}${file}`, 'utf8')
const { version, name } = JSON.parse(read('package.json'))

/** Every name among the settings that the sources read. */
const settings = new Set(
  ['src/config.ts', ...readdirSync(`${root}src/config`).map((file) => `src/config/${file}`)].flatMap((file) =>
    [
      ...read(file).matchAll(/\b(?:(?:MLSD|SLACK|DISCORD|OPENAI)_[A-Z_\d]+|PORT|PUBLIC_URL|DATABASE_URL)\b/g),
    ].map(([one]) => one),
  ),
)

const ours: Ours = {
  image: `${name}:${version}`,
  settings,
  probes: ['/healthz', '/readyz'],
  end: Number(/AT_LAST = ([\d_]+)/.exec(read('src/main.ts'))?.[1]?.replace('_', '')) / 1_000,
  data: /^VOLUME (.*)$/m.exec(read('Dockerfile'))?.[1] ?? '',
}

const compose = read('compose.yaml')
const KUBERNETES = ['deploy/kubernetes.yaml', 'deploy/kubernetes-one.yaml']

const faultsIn = (containers: ReturnType<typeof servicesOf>): string[] =>
  containers.flatMap((one) => {
    const faults = one.image.startsWith('postgres:') ? rightsFaults(one) : faultsOf(one, ours)
    return faults.map((fault) => `${one.name}: ${fault}`)
  })
const composeFaults = (text: string) => faultsIn(servicesOf(text))
const podFaults = (text: string) => faultsIn(podsOf(objectsOf(text)))

test('the settings are found, and how long an end may take', () => {
  const told = [...read('.env.example').matchAll(/^# ([A-Z][A-Z_\d]+)=/gm)].map(([, one]) => one ?? '')
  expect(told.length).toBeGreaterThan(30)
  expect([...settings]).toEqual(expect.arrayContaining(told.filter((one) => one.startsWith('MLSD_'))))
  expect(ours.end).toBe(20)
})

test('compose.yaml describes both sizes, and nothing in them is amiss', () => {
  expect(composeFaults(compose)).toEqual([])
  const of = (profile: string) =>
    servicesOf(compose).flatMap(({ name, profiles }) => (profiles.includes(profile) ? [name] : []))
  expect(of('one')).toEqual(['service mlsd'])
  expect(of('many')).toEqual(['worker', 'edge', 'edge-discord-0', 'postgres'].map((one) => `service ${one}`))
})

test('whoever is of many shares the database, and PostgreSQL is reached by nobody outside', () => {
  for (const { env, profiles, image } of servicesOf(compose))
    if (profiles.includes('many') && image === ours.image)
      expect(env.DATABASE_URL).toMatch(/^postgres:\/\/mlsd:\$\{POSTGRES_PASSWORD[^}]*\}@postgres:5432\/mlsd$/)
  expect(compose).not.toMatch(/5432:5432/)
  for (const [, port] of compose.matchAll(/ports: \[(.*)\]/g))
    for (const one of port?.split(', ') ?? []) expect(one).toMatch(/^"127\.0\.0\.1:/)
})

test.each(KUBERNETES)('nothing in %s is amiss', (file) => {
  expect(podFaults(read(file))).toEqual([])
})

test('Kubernetes has workers, edges, a gateway for each shard, and a budget for what may be away', () => {
  const objects = objectsOf(read('deploy/kubernetes.yaml'))
  const named = (kind: string) =>
    objects.filter((one) => one.kind === kind).map(({ metadata }) => (metadata as { name: string }).name)
  expect(named('Deployment')).toEqual(['mlsd-worker', 'mlsd-edge'])
  expect(named('StatefulSet')).toEqual(['mlsd-discord-0'])
  expect(named('PodDisruptionBudget')).toEqual(named('Deployment'))
  expect(named('Secret')).toEqual([])
  const roles = podsOf(objects).map(({ env }) => env.MLSD_ROLE)
  expect(roles).toEqual(['worker', 'edge', 'edge'])
  for (const { name, probes, grace } of podsOf(objects)) {
    expect([name, ...probes.map(({ path }) => path)]).toEqual([name, '/healthz', '/readyz', '/healthz'])
    expect(grace).toBe(30)
  }
})

test('an edge that is sent to is told to stop only once nobody sends to it any more', () => {
  const pods = podsOf(objectsOf(read('deploy/kubernetes.yaml')))
  expect(pods.map(({ name, pause }) => [name, pause])).toEqual([
    ['Deployment mlsd-worker', 0],
    ['Deployment mlsd-edge', 5],
    ['StatefulSet mlsd-discord-0', 0],
  ])
})

test.each(KUBERNETES)('what selects in %s finds what it is for, by port as well', (file) => {
  type Selecting = { kind: string; metadata: { name: string }; spec: Record<string, Record<string, unknown>> }
  const objects = objectsOf(read(file)) as unknown as Selecting[]
  const running = objects.filter(({ spec }) => 'template' in spec)
  const labels = running.map(
    ({ spec }) => (spec.template?.metadata as { labels?: unknown } | undefined)?.labels,
  )
  const text = read(file)
  for (const { kind, spec } of objects) {
    const selector = spec.selector?.matchLabels ?? spec.podSelector?.matchLabels ?? spec.selector
    expect(labels, kind).toContainEqual(selector)
    if (kind !== 'Service') continue
    for (const { port, targetPort } of spec.ports as unknown as { port: number; targetPort: string }[])
      expect(text).toContain(`{ name: ${targetPort}, containerPort: ${port} }`)
  }
})

describe('every probe', () => {
  const ops = opsOf(
    {
      ready: async () => ({ ready: false, checks: [] }),
      metrics: async () => ({ type: 'text/plain', text: '' }),
      log: () => {},
    },
    { port: 0, host: '127.0.0.1' },
  )
  let at = ''
  beforeAll(async () => {
    at = `http://127.0.0.1:${await ops.start()}`
  })
  afterAll(() => ops.stop())

  test('asks for something that is there', async () => {
    const probes = [
      ...servicesOf(compose),
      ...KUBERNETES.flatMap((file) => podsOf(objectsOf(read(file)))),
    ].flatMap((one) => one.probes)
    const paths = [...new Set(probes.map(({ path }) => path))]
    expect(paths.toSorted()).toEqual(['/healthz', '/readyz'])
    for (const path of paths) expect([200, 503]).toContain((await fetch(at + path)).status)
    expect((await fetch(`${at}/health`)).status).toBe(404)
  })
})

describe('a file that would not do', () => {
  test.each<[what: string, from: string | RegExp, to: string, fault: string]>([
    ['root', 'user: "1000:1000"', 'user: "0:0"', 'service worker: runs as root'],
    ['the user of the image', /\n {2}user: "1000:1000"/, '', 'service mlsd: runs as root'],
    ['a file system to write', 'read_only: true', 'read_only: false', 'its file system can be written'],
    ['new privileges', '["no-new-privileges:true"]', '[]', 'may gain privileges'],
    ['capabilities', 'cap_drop: [ALL]', 'cap_drop: []', 'keeps capabilities'],
    ['all rights', 'init: true', 'privileged: true', 'is given privileged'],
    [
      'the socket of Docker',
      '["data:/data"]',
      '["data:/data", "/var/run/docker.sock:/s"]',
      'may write to /s',
    ],
    ['no volume', '["data:/data"]', '[]', 'service mlsd: has no volume at /data'],
    ['another image', 'mlsd:0.1.0', 'mlsd:latest', 'the image is mlsd:latest'],
    ['an unknown setting', 'MLSD_ROLE: worker', 'MLSD_ROLES: worker', 'MLSD_ROLES is no setting of ours'],
    ['an unknown role', 'MLSD_ROLE: worker', 'MLSD_ROLE: workers', 'MLSD_ROLE is "workers"'],
    ['a token', 'DISCORD_TOKEN: ""', 'DISCORD_TOKEN: a.b.c', 'DISCORD_TOKEN stands in the file'],
    ['an edge that hears all', /\n +DISCORD_TOKEN: ""/, '', 'an edge that hears slack and discord'],
    ['no secrets', 'env_file: [.env]', 'env_file: []', 'gets its secrets from nowhere'],
    ['another probe', '9464/healthz', '9464/health', 'is asked for /health, which is not there'],
    ['another port', '9464/healthz', '9465/healthz', 'is asked on port 9465'],
    ['no probe', 'healthcheck: &healthy', 'x: &healthy', 'nobody asks whether it lives'],
    ['an early end', 'stop_grace_period: 30s', 'stop_grace_period: 10s', 'is killed after 10 s'],
    ['no shard', 'DISCORD_SHARD: "0/1"', 'DISCORD_SHARD: "1/1"', 'DISCORD_SHARD is "1/1"'],
  ])('%s in compose.yaml', (_, from, to, fault) => {
    const changed = compose.replace(from, to)
    expect(changed).not.toBe(compose)
    expect(composeFaults(changed).join('\n')).toContain(fault)
  })

  test.each<[what: string, from: string | RegExp, to: string, fault: string]>([
    ['root', 'runAsNonRoot: true', 'runAsNonRoot: false', 'Deployment mlsd-worker: runs as root'],
    ['a user that may be root', 'runAsUser: 1000', 'runAsUser: 0', 'runs as root'],
    [
      'privileges',
      'allowPrivilegeEscalation: false',
      'allowPrivilegeEscalation: true',
      'may gain privileges',
    ],
    ['a file system', 'readOnlyRootFilesystem: true', 'x: true', 'its file system can be written'],
    ['capabilities', 'drop: [ALL]', 'add: [NET_ADMIN]', 'is given NET_ADMIN'],
    [
      'a token of the cluster',
      'automountServiceAccountToken: false',
      'x: 1',
      'is given a token of the cluster',
    ],
    [
      'an early end',
      'terminationGracePeriodSeconds: 30',
      'terminationGracePeriodSeconds: 5',
      'killed after 5 s',
    ],
    ['a pause that leaves too little', '[sleep, "5"]', '[sleep, "10"]', 'and may take 30 to end'],
    ['two gateways', 'replicas: 1', 'replicas: 2', 'StatefulSet mlsd-discord-0: must be one alone'],
    ['another probe', 'path: /readyz', 'path: /ready', 'is asked for /ready'],
  ])('%s in deploy/kubernetes.yaml', (_, from, to, fault) => {
    const text = read('deploy/kubernetes.yaml')
    const changed = text.replace(from, to)
    expect(changed).not.toBe(text)
    expect(podFaults(changed).join('\n')).toContain(fault)
  })
})

test('every dependency is one version and no range, and the lock says what each is', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json'))
  for (const [name, wanted] of Object.entries({ ...dependencies, ...devDependencies }))
    expect(`${name} ${wanted}`).toMatch(/ \d+\.\d+\.\d+(-[\w.]+)?$/)
  const { packages } = JSON.parse(read('package-lock.json')) as {
    packages: Record<string, Record<string, unknown>>
  }
  for (const [path, { resolved, integrity, inBundle }] of Object.entries(packages))
    if (path !== '' && !inBundle) {
      expect(`${path} ${integrity}`).toMatch(/ sha512-/)
      if (resolved !== undefined) expect(resolved).toMatch(/^https:\/\/registry\.npmjs\.org\//)
    }
})
