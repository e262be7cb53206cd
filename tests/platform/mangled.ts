/** What somebody says who is out of their mind: something well formed, after some blows. */
import fc from 'fast-check'

/** A word by which it shows where something that was said has got to. */
export const MARK = 'kumquat'

/** What is to be done to one of all the parts; `where` is taken round and round. */
export type Blow = { where: number; strike(part: unknown): unknown }

const GONE = Symbol('gone')

const deep = (levels: number): unknown => Array.from({ length: levels }).reduce((inner) => [inner], MARK)

/** Parts that are something else, or nothing. */
const instead: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    ...[
      GONE,
      GONE,
      null,
      null,
      true,
      false,
      0,
      1,
      -1,
      2.5,
      1e308,
      '',
      ' ',
      MARK,
      `${MARK}/../..`,
      '-1',
      '0x1f',
    ],
    ...['9'.repeat(20), '9'.repeat(400), `${MARK} `.repeat(30_000), '<@', `<@${'1'.repeat(50)}>`],
    ...[[], {}, [null], [[]], [MARK], { id: MARK }, { id: null }, deep(500), Array(5_000).fill({})],
    JSON.parse(`{"__proto__":{"bot":false,"id":"1","content":"${MARK}"},"constructor":null,"toString":1}`),
    JSON.parse('{"__proto__":null}'),
  ),
  fc.jsonValue({ maxDepth: 3 }),
)

const blow: fc.Arbitrary<Blow> = fc.record({
  where: fc.nat(999),
  strike: fc.oneof(
    { weight: 6, arbitrary: instead.map((value) => () => value) },
    fc.constantFrom<Blow['strike'][]>(
      (part) => [part],
      (part) => ({ value: part }),
      (part) => [part, part],
      (part) => (typeof part === 'string' ? Number(part) : String(part)),
    ),
  ),
})

/** Some blows, mostly one. */
export const blows: fc.Arbitrary<Blow[]> = fc.oneof(
  { weight: 3, arbitrary: blow.map((one) => [one]) },
  fc.array(blow, { minLength: 1, maxLength: 4 }),
)

/** Any JSON at all. */
export const anything: fc.Arbitrary<unknown> = instead.map((value) => (value === GONE ? null : value))

/** What is left of it; sometimes nothing but what it was replaced by. */
export const mangled = (data: unknown, all: readonly Blow[]): unknown =>
  all.reduce((left, { where, strike }) => {
    const paths = pathsIn(left)
    return struck(left, paths[where % paths.length] ?? [], strike)
  }, data)

type Path = readonly (string | number)[]

const isHolder = (part: unknown): part is Record<string, unknown> => typeof part === 'object' && part !== null

const MOST_PATHS = 400
const MOST_LEVELS = 8

/** Every part, the whole being the first. */
const pathsIn = (whole: unknown): Path[] => {
  const paths: Path[] = []
  const walk = (part: unknown, path: Path): void => {
    if (paths.length >= MOST_PATHS || path.length > MOST_LEVELS) return
    paths.push(path)
    if (isHolder(part)) for (const [name, inner] of Object.entries(part)) walk(inner, [...path, name])
  }
  walk(whole, [])
  return paths
}

const struck = (part: unknown, [name, ...rest]: Path, strike: Blow['strike']): unknown => {
  if (name === undefined) {
    const left = strike(part)
    return left === GONE ? null : left
  }
  if (!isHolder(part)) return part
  const whole = rest.length === 0 && strike(part[name]) === GONE
  const entries = Object.entries(part).flatMap(([each, inner]): [string, unknown][] => {
    if (each !== String(name)) return [[each, inner]]
    return whole ? [] : [[each, struck(inner, rest, strike)]]
  })
  return Array.isArray(part) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries)
}
