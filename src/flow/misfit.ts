/** What zod complains about, in words for somebody who writes flows and no programs. */
import type { z } from 'zod'
import type { Finding, Path } from './faults.ts'

/** A JSON Schema, of which the descriptions and known keys help to explain a fault. */
export type Outline = z.core.JSONSchema.JSONSchema

/** Turns one issue of the schema into findings: what was found, what is wanted, an example. */
export const misfits = (issue: z.core.$ZodIssue, value: unknown, outline: Outline): Finding[] => {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))
  const place: Place = {
    path,
    found: valueAt(value, path),
    key: keyOf(path),
    outline: outlineAt(outline, path),
  }
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: [...path, key], ...unknownKey(key, place) }))
    case 'invalid_type':
      return [{ path, ...wrongType(issue.expected, place) }]
    case 'invalid_value':
      return [{ path, ...wrongChoice(issue.values.map(String), place) }]
    case 'too_small':
    case 'too_big':
      return [{ path, ...wrongSize(issue, place) }]
    case 'invalid_union':
      return (
        issue.errors[0]?.flatMap((inner) =>
          misfits({ ...inner, path: [...path, ...inner.path] }, value, outline),
        ) ?? []
      )
    case 'invalid_key':
      return [
        {
          path,
          says: `the key ${shown(place.key)} is not right`,
          mend: issue.issues[0]?.message ?? issue.message,
        },
      ]
    case 'invalid_format':
      return [{ path, says: `${shown(place.found)} is not in the right form`, mend: issue.message }]
    default:
      return [{ path, says: issue.message, mend: wanted(place) }]
  }
}

/** The value at a path; undefined where there is none. */
export const valueAt = (value: unknown, path: Path): unknown => {
  let at = value
  for (const part of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, part)) return undefined
    at = (at as Record<string | number, unknown>)[part]
  }
  return at
}

type Place = { path: Path; found: unknown; key: string; outline: Outline | undefined }
type Words = Omit<Finding, 'path'>

const keyOf = (path: Path): string => String(path.findLast((part) => typeof part === 'string') ?? '')

const outlineAt = (outline: Outline, path: Path): Outline | undefined => {
  let at: Outline | boolean | undefined = outline
  for (const part of path) {
    if (typeof at !== 'object') return undefined
    if (typeof part === 'string')
      at = at.properties && Object.hasOwn(at.properties, part) ? at.properties[part] : undefined
    else at = at.prefixItems?.[part] ?? (Array.isArray(at.items) ? at.items[part] : at.items)
  }
  return typeof at === 'object' ? at : undefined
}

const wanted = ({ key, outline }: Place): string =>
  outline?.description
    ? `"${key}" is: ${outline.description.replace(/\.$/, '')}`
    : `see "${key}" in a file that works`

const unknownKey = (key: string, { outline }: Place): Words => {
  const known = Object.keys(outline?.properties ?? {})
  const near = known.find((name) => alike(name, key))
  const mend = near
    ? `write "${near}" if that is what you mean, or remove it`
    : `remove it${known.length ? ', or use one of: ' : ''}${known.join(', ')}`
  return { says: `the key ${shown(key)} is unknown here`, mend }
}

const alike = (a: string, b: string): boolean => {
  const letters = (word: string) => [...word.toLowerCase()].sort().join('')
  return letters(a) === letters(b) || a.startsWith(b) || b.startsWith(a)
}

const KINDS: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'a group of keys',
  record: 'a group of keys',
}

const wrongType = (expected: string, place: Place): Words => {
  const { key, found, outline } = place
  const kind = KINDS[expected] ?? expected
  const about = outline?.description ? ` (${outline.description.replace(/\.$/, '')})` : ''
  const example = exampleOf(expected, place)
  if (found === undefined)
    return { says: `${shown(key)} is missing, it has to be ${kind}${about}`, mend: `add ${example}` }
  return { says: `${shown(found)} was found where ${kind} is wanted`, mend: `write ${example}${about}` }
}

const exampleOf = (expected: string, place: Place): string => {
  const { path, key, found, outline } = place
  const before = typeof path.at(-1) === 'number' ? '- ' : key === '' ? '' : `${key}: `
  if (expected === 'number') return `it in figures, such as "${before}10"`
  if (expected === 'int') return `it as a whole number, such as "${before}2"`
  if (expected === 'boolean') return `"${before}true" or "${before}false"`
  if (expected === 'array' || expected === 'tuple') return listExample(before, place)
  if (expected === 'object' || expected === 'record') {
    const keys = Object.keys(outline?.properties ?? {})
    if (key === '') return `its keys, each with a colon: ${keys.join(', ')}`
    return `"${key}" with its keys below it, moved in by two spaces${keys.length ? `: ${keys.join(', ')}` : ''}`
  }
  if (typeof found === 'object' && found !== null)
    return 'the text in double quotes; a colon or bracket makes it something else'
  return found === undefined || found === null
    ? `a text, such as "${before}some words"`
    : `it in quotes, such as ${before}"${found}"`
}

const listExample = (before: string, { found, outline }: Place): string => {
  const items = outline && !Array.isArray(outline.items) ? outline.items : undefined
  const first = typeof items === 'object' ? Object.keys(items.properties ?? {})[0] : undefined
  if (first) return `a list below it, each entry beginning with "- ${first}: ..."`
  if (typeof found === 'string') return `it in brackets, such as "${before}[${found.slice(0, 30)}]"`
  return `a list, such as "${before}[first, second]"`
}

const wrongChoice = (values: string[], { found, key }: Place): Words => {
  const says =
    found === undefined ? `${shown(key)} is missing` : `${shown(found)} is not one of the words known here`
  return { says, mend: values.length === 1 ? `write ${values[0]}` : `write one of: ${values.join(', ')}` }
}

const wrongSize = (issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig, place: Place): Words => {
  const small = issue.code === 'too_small'
  const limit = Number(small ? issue.minimum : issue.maximum)
  const { found, key } = place
  if (issue.origin === 'string') {
    if (small) return { says: 'the text is empty', mend: `write some words, such as "${key}: some words"` }
    return {
      says: `the text has ${String(found).length} characters, at most ${limit} are wanted`,
      mend: 'say it more briefly',
    }
  }
  if (issue.origin === 'array') {
    const have = Array.isArray(found) ? found.length : 0
    const says = `the list has ${have} ${have === 1 ? 'entry' : 'entries'}, ${small ? 'at least' : 'at most'} ${limit} wanted`
    return { says, mend: small ? `add ${limit - have} more` : `remove ${have - limit}` }
  }
  const bound = `${small ? 'at least' : 'at most'} ${limit}`
  const strict = `${small ? 'more' : 'less'} than ${limit}`
  return {
    says: `${shown(found)} is too ${small ? 'small' : 'large'}`,
    mend: `write a number that is ${issue.inclusive ? bound : strict}`,
  }
}

const shown = (value: unknown): string => {
  if (value === undefined || value === null) return 'nothing'
  if (Array.isArray(value)) return `a list of ${value.length}`
  if (typeof value === 'object') return 'a group of keys'
  if (typeof value !== 'string') return String(value)
  return `"${value.length > 60 ? `${value.slice(0, 57)}...` : value}"`
}
