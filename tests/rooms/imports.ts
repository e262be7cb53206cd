/** The laws about imports: which way they run, through which doors, and never in a circle. */
import { isBuiltin } from 'node:module'
import { type Import, resolved, type Source } from './source.ts'
import { ROOMS, ROOT, type Room, SQLITE, TYPES_FOR_ALL } from './table.ts'

/** A breach: `src/flow/parse.ts:3: …`, with the law. */
export type Breach = string

/** The room of a path under `src/`: its folder, or the file itself. */
export const roomOf = (path: string): string => path.split('/')[1]?.replace(/\.ts$/, '') ?? ''

/** Every import that the table does not allow. */
export const wrongWays = (sources: readonly Source[]): Breach[] =>
  sources.flatMap((source) => {
    const name = roomOf(source.path)
    const room = ROOMS[name]
    if (room === undefined)
      return [
        `${source.path}:1: the room "${name}" is not in tests/rooms/table.ts; every room has its row there.`,
      ]
    return source.imports.flatMap((one) => {
      const law = name === ROOT ? readable(one) : (readable(one) ?? between(source.path, name, room, one))
      return law === undefined ? [] : [`${source.path}:${one.line}: ${law}`]
    })
  })

const readable = ({ from }: Import): string | undefined =>
  from === undefined ? 'a computed import cannot be read; name the module with a literal.' : undefined

const between = (path: string, name: string, room: Room, one: Import): string | undefined => {
  const from = one.from ?? ''
  const target = resolved(path, from)
  if (target === undefined) return isBuiltin(from) ? builtin(name, room, one) : packaged(name, room, from)
  if (!target.startsWith('src/')) return `${from} lies outside src/; nothing there is code of the product.`
  const other = roomOf(target)
  if (other === name) return undefined
  const asType = [...(room.types ?? []), ...TYPES_FOR_ALL].includes(other)
  if (!room.rooms.includes(other)) {
    if (!asType)
      return `${name} may not import ${other}; it may import ${listed([...room.rooms, ...(room.types ?? [])])}.`
    return one.typeOnly
      ? undefined
      : `${name} may import ${other} as types only: write "import type", or take it as an argument.`
  }
  return throughDoor(target, other)
}

const throughDoor = (target: string, other: string): string | undefined => {
  const doors = ROOMS[other]?.doors
  if (doors === undefined || doors.some((door) => target === `src/${other}/${door}`)) return undefined
  return `${target} is inside ${other}; other rooms import its contract only: ${doors.join(', ')}.`
}

const builtin = (name: string, room: Room, { from = '', typeOnly }: Import): string | undefined => {
  if (room.pure) return `${name} is pure and may not import ${from}; take what it gives as an argument.`
  if (!from.startsWith('node:')) return `write "node:${from}", so that it cannot be mistaken for a package.`
  if (from === 'node:process')
    return 'node:process is read in src/main.ts alone; take what it gives as an argument.'
  if (from === 'node:sqlite' && name !== SQLITE && !typeOnly)
    return `only ${SQLITE} opens node:sqlite; ${name} is given its committer.`
  return undefined
}

const packaged = (name: string, room: Room, from: string): string | undefined => {
  const [scope = '', rest] = from.split('/')
  const wanted = scope.startsWith('@') ? `${scope}/${rest}` : scope
  if (room.packages.includes(wanted)) return undefined
  return `${name} may not import the package ${wanted}; it may import ${listed(room.packages)}.`
}

const listed = (words: readonly string[]): string => (words.length === 0 ? 'none' : words.join(', '))

/** Every circle of files that import one another, each told once, from its first file in order of names. */
export const circles = (sources: readonly Source[]): Breach[] => {
  const known = new Map(sources.map((source) => [source.path, source]))
  const done = new Set<string>()
  const found = new Set<string>()
  const visit = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path)
    if (at >= 0) found.add(fromFirst(trail.slice(at)).join(' -> '))
    if (at >= 0 || done.has(path)) return
    for (const { from } of known.get(path)?.imports ?? []) {
      const target = resolved(path, from)
      if (target !== undefined && known.has(target)) visit(target, [...trail, path])
    }
    done.add(path)
  }
  for (const path of known.keys()) visit(path, [])
  return [...found].map((circle) => {
    const [first = '', second = first] = circle.split(' -> ')
    const line = known.get(first)?.imports.find(({ from }) => resolved(first, from) === second)?.line ?? 1
    return `${first}:${line}: files import one another in a circle: ${circle} -> ${first}. Move what both need into a third.`
  })
}

const fromFirst = (circle: readonly string[]): string[] => {
  const first = circle.indexOf([...circle].sort()[0] ?? '')
  return [...circle.slice(first), ...circle.slice(0, first)]
}
