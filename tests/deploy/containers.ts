/** The containers of ours that a compose file or Kubernetes objects describe, in one form for both. */
import { parse, parseAllDocuments } from 'yaml'

export type Probe = { path: string; port: number }

export type Container = {
  /** Where it stands, such as `Deployment mlsd-worker`. */
  name: string
  image: string
  command: string[]
  env: Readonly<Record<string, string>>
  /** The number of its user, as text; nothing where it is that of the image. */
  user?: string
  readOnly: boolean
  /** What may be written to. */
  writes: string[]
  noNewPrivileges: boolean
  dropsAll: boolean
  /** Anything that gives rights back. */
  grants: string[]
  /** Seconds from being told to stop to being killed. */
  grace: number
  /** Seconds of these that go by before it is told. */
  pause: number
  probes: Probe[]
  /** How many run at once. */
  replicas: number
  /** An old one has ended before a new one begins. */
  oneAtATime: boolean
  /** Given from outside of the file: names of env files or secrets. */
  secrets: string[]
  /** The profiles of a compose file; empty for Kubernetes. */
  profiles: string[]
}

type Bag = Record<string, unknown>
const bag = (value: unknown): Bag => (value ?? {}) as Bag
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const texts = (value: unknown): string[] => list(value).map(String)

/** Every service of a compose file. */
export const servicesOf = (text: string): Container[] => {
  const { services } = parse(text, { merge: true }) as { services: Record<string, Bag> }
  return Object.entries(services).map(([name, one]) => {
    const test = texts(bag(one.healthcheck).test).join(' ')
    const [, port = '', path = ''] = /127\.0\.0\.1:(\d+)(\/\w+)/.exec(test) ?? []
    return {
      name: `service ${name}`,
      image: String(one.image),
      command: texts(one.command),
      env: environmentOf(one.environment),
      ...(one.user !== undefined && { user: String(one.user) }),
      readOnly: one.read_only === true,
      writes: [...texts(one.tmpfs), ...texts(one.volumes).map((volume) => volume.split(':')[1] ?? volume)],
      noNewPrivileges: texts(one.security_opt).includes('no-new-privileges:true'),
      dropsAll: texts(one.cap_drop).includes('ALL'),
      grants: ['privileged', 'cap_add', 'pid', 'network_mode', 'devices'].filter((key) => key in one),
      grace: Number.parseInt(String(one.stop_grace_period ?? 10), 10),
      pause: 0,
      probes: path === '' ? [] : [{ path, port: Number(port) }],
      replicas: Number(bag(one.deploy).replicas ?? 1),
      oneAtATime: true,
      secrets: texts(one.env_file),
      profiles: texts(one.profiles),
    }
  })
}

const environmentOf = (environment: unknown): Record<string, string> =>
  Object.fromEntries(Object.entries(bag(environment)).map(([name, value]) => [name, String(value)]))

/** The objects of a file for Kubernetes. */
export const objectsOf = (text: string): Bag[] =>
  parseAllDocuments(text).map((document) => {
    if (document.errors.length > 0) throw document.errors[0]
    return document.toJS() as Bag
  })

/** Every container of the objects that run some. */
export const podsOf = (objects: readonly Bag[]): Container[] =>
  objects.flatMap((object) => {
    const spec = bag(object.spec)
    const pod = bag(bag(spec.template).spec)
    const name = `${object.kind} ${bag(object.metadata).name}`
    return list(pod.containers).map((each) => podOf(name, object, pod, bag(each)))
  })

const podOf = (name: string, object: Bag, pod: Bag, one: Bag): Container => {
  const spec = bag(object.spec)
  const [around, own] = [bag(pod.securityContext), bag(one.securityContext)]
  const ports = new Map(list(one.ports).map((port) => [bag(port).name, Number(bag(port).containerPort)]))
  const user = own.runAsUser ?? around.runAsUser
  const env = list(one.env).map((each) => [String(bag(each).name), String(bag(each).value)])
  const probes = ['livenessProbe', 'readinessProbe', 'startupProbe'].flatMap((probe) => {
    const get = bag(bag(one[probe]).httpGet)
    return get.path === undefined
      ? []
      : [{ path: String(get.path), port: ports.get(get.port) ?? Number(get.port) }]
  })
  return {
    name,
    image: String(one.image),
    command: texts(one.args),
    env: Object.fromEntries(env),
    ...(user !== undefined && (own.runAsNonRoot ?? around.runAsNonRoot) === true && { user: String(user) }),
    readOnly: own.readOnlyRootFilesystem === true,
    writes: list(one.volumeMounts).map((mount) => String(bag(mount).mountPath)),
    noNewPrivileges: own.allowPrivilegeEscalation === false,
    dropsAll: texts(bag(own.capabilities).drop).includes('ALL'),
    grants: [
      ...['hostNetwork', 'hostPID', 'hostIPC'].filter((key) => key in pod),
      ...(own.privileged === undefined ? [] : ['privileged']),
      ...texts(bag(own.capabilities).add),
      ...(pod.automountServiceAccountToken === false ? [] : ['a token of the cluster']),
    ],
    grace: Number(pod.terminationGracePeriodSeconds ?? 30),
    pause: pauseOf(one),
    probes,
    replicas: Number(spec.replicas ?? 1),
    oneAtATime: object.kind === 'StatefulSet',
    secrets: list(one.envFrom).flatMap((from) => {
      const { name } = bag(bag(from).secretRef)
      return name === undefined ? [] : [String(name)]
    }),
    profiles: [],
  }
}

const pauseOf = ({ lifecycle }: Bag): number => {
  const [program, seconds] = texts(bag(bag(bag(lifecycle).preStop).exec).command)
  return program === 'sleep' ? Number(seconds) : 0
}
