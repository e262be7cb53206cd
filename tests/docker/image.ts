/** What the project needs of its image, held against a Dockerfile; the answer names the line and what is amiss. */
import { execForm, type Instruction, instructionsOf, isIgnored, settings } from './instructions.ts'

export type Project = {
  dockerignore: string
  /** The least Node, such as `24`. */
  node: string
  /** The port that the bot listens on where no other is set. */
  port: number
  /** Whether a path exists in the project. */
  has(path: string): boolean
  isFolder(path: string): boolean
  /** Paths that have to be in the image. */
  needs: readonly string[]
  /** Paths that must never be in it. */
  shuns: readonly string[]
}

/** Every fault of a Dockerfile; none when the image holds what the project needs. */
export const imageFaults = (dockerfile: string, project: Project): string[] => {
  const all = instructionsOf(dockerfile)
  return [base, packages, copies, person, volume, health, port, secrets, entry].flatMap((rule) =>
    rule(all, project),
  )
}

type Rule = (all: readonly Instruction[], project: Project) => string[]

const last = (all: readonly Instruction[], name: string): Instruction | undefined =>
  all.findLast((one) => one.name === name)

const base: Rule = (all, { node }) => {
  const from = all[0]
  if (from?.args === `node:${node}-slim`) return []
  return [
    `${from?.line ?? 1}: FROM ${from?.args}: package.json asks for Node ${node}, so begin FROM node:${node}-slim.`,
  ]
}

const packages: Rule = (all) => {
  const installing = all.findIndex(({ name, args }) => name === 'RUN' && args.includes('npm ci'))
  const install = all[installing]
  if (install === undefined) return ['1: nothing installs the packages: RUN npm ci --omit=dev.']
  const copied = all.slice(0, installing).flatMap((one) => (one.name === 'COPY' ? copy(one).from : []))
  const missing = ['package.json', 'package-lock.json'].filter((file) => !copied.includes(file))
  return [
    ...(/npm ci\b[^&|;]*--omit=dev\b/.test(install.args)
      ? []
      : [`${install.line}: npm ci installs development packages too; add --omit=dev.`]),
    ...missing.map((file) => `${install.line}: npm ci runs before ${file} is copied.`),
  ]
}

/** What is copied, and where to. A folder's contents go into the target, so that the two must be named alike. */
const copy = ({ args }: Instruction) => {
  const words = args.split(/\s+/).filter((word) => !word.startsWith('--'))
  return {
    from: words.slice(0, -1).map((word) => word.replace(/^\.\//, '').replace(/\/$/, '')),
    to: words.at(-1) ?? '',
  }
}

const copies: Rule = (all, { dockerignore, has, isFolder, needs, shuns }) => {
  const lines = all.filter(({ name }) => name === 'COPY' || name === 'ADD')
  const copied = lines.flatMap((one) => copy(one).from)
  const inImage = (path: string) =>
    copied.some((from) => from === '.' || from === path || path.startsWith(`${from}/`)) &&
    !isIgnored(dockerignore, path)
  return [
    ...lines.flatMap((one) => {
      const { from, to } = copy(one)
      const absent = from
        .filter((path) => !has(path))
        .map((path) => `${one.line}: ${path} is copied and does not exist.`)
      const alike = (path: string) =>
        to.replace(/^\.\/|\/$/g, '') === path || (to.endsWith('/') && !isFolder(path))
      const renamed = from.filter((path) => !alike(path))
      return [
        ...absent,
        ...renamed.map(
          (path) => `${one.line}: ${path} is copied to ${to}; the program looks for it under its own name.`,
        ),
      ]
    }),
    ...needs
      .filter((path) => !inImage(path))
      .map((path) => `1: ${path} is needed and not copied, or .dockerignore keeps it out.`),
    ...shuns
      .filter((path) => !isIgnored(dockerignore, path))
      .map((path) => `1: .dockerignore lets ${path} into the image.`),
  ]
}

const person: Rule = (all) => {
  const user = last(all, 'USER')
  if (user && user.args !== 'root' && user.args !== '0') return []
  return [`${user?.line ?? 1}: the container runs as root; end with USER node.`]
}

const volume: Rule = (all) => {
  const at = all.findIndex(({ name }) => name === 'VOLUME')
  const place = all[at]?.args.replace(/[[\]"]/g, '')
  if (!place) return ['1: no volume: data would go with the container.']
  const home = all.filter(({ name }) => name === 'ENV').flatMap(({ args }) => settings(args))
  const user = last(all, 'USER')?.args.split(':')[0]
  const given = all
    .slice(0, at)
    .some(
      ({ name, args }) =>
        name === 'RUN' && new RegExp(`chown (-R )?${user}(:\\S+)? ${place}(\\s|$)`).test(args),
    )
  return [
    ...(home.some(([name, value]) => name === 'MLSD_HOME' && value === place)
      ? []
      : [`${all[at]?.line}: MLSD_HOME is not ${place}, so the data is not in the volume.`]),
    ...(given
      ? []
      : [
          `${all[at]?.line}: ${user} does not own ${place}: chown it before VOLUME; what comes after is lost.`,
        ]),
  ]
}

const health: Rule = (all, { has }) => {
  const check = last(all, 'HEALTHCHECK')
  const [, command] = check?.args.split(/\bCMD\s+/) ?? []
  const [program, file, ...words] = command === undefined ? [] : (execForm(command) ?? [])
  if (program === 'node' && file !== undefined && has(file) && words.length > 0) return []
  return [
    `${check?.line ?? 1}: no health check that runs a command of ours, such as CMD ["node", "bin/mlsd.js", "--version"].`,
  ]
}

const port: Rule = (all, { port }) => {
  const exposed = last(all, 'EXPOSE')
  if (exposed?.args === String(port)) return []
  return [`${exposed?.line ?? 1}: the bot listens on ${port} over HTTP; EXPOSE ${port} and nothing else.`]
}

const SECRET = /key|token|secret|passw|credential/i

const secrets: Rule = (all) =>
  all
    .filter(({ name }) => name === 'ENV' || name === 'ARG')
    .flatMap(({ name, args, line }) =>
      SECRET.test(args)
        ? [`${line}: ${name} ${args} puts a secret into the image; it is given when the container starts.`]
        : [],
    )

const entry: Rule = (all, { has }) => {
  const point = last(all, 'ENTRYPOINT')
  const words = point === undefined ? undefined : execForm(point.args)
  if (words?.[0] !== 'node' || words.length !== 2 || !has(words[1] ?? '')) {
    return [
      `${point?.line ?? 1}: the entry point is not a file of ours run by node, in the form ["node", "bin/mlsd.js"].`,
    ]
  }
  const command = last(all, 'CMD')
  if (command === undefined || execForm(command.args)?.length === 0) return []
  return [`${command.line}: CMD gives arguments; without any, docker run -it mlsd is the terminal.`]
}
