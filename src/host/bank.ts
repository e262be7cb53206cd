/** The bank in a folder of files: one flow or problem per file, named by its id. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { flowOutline, problemOutline } from '../flow/outline.ts'
import { parseFlow, parseProblem } from '../flow/parse.ts'
import type { Bank } from './library.ts'

/** The flow that every problem of the bank is held in. */
const HELD_IN = 'mlsd'

/** What can be chosen from a folder; each file is read and checked when it is first asked for. */
export const bankIn = (folder: string): Bank => {
  const flows = lazily(idsIn(folder), (id) => reading(fileOf(folder, id), parseFlow))
  const problems = lazily(idsIn(join(folder, 'problems')), (id) => {
    const flow = flows.get(HELD_IN)
    if (!flow) throw new Error(`${shown(folder)} has no ${HELD_IN}.yaml, which its problems are held in.`)
    return reading(fileOf(join(folder, 'problems'), id), (text, file) => parseProblem(text, file, flow))
  })
  return {
    flows,
    problems,
    outline: () => ({
      flows: outlines(folder, flows, flowOutline),
      problems: outlines(join(folder, 'problems'), problems, problemOutline),
    }),
  }
}

/** Every file of the bank, flows first. */
export const bankFiles = (folder: string): string[] =>
  [folder, join(folder, 'problems')].flatMap((one) => idsIn(one).map((id) => fileOf(one, id)))

/** A path as a person would type it from here. */
export const shown = (file: string): string => {
  const near = relative('.', file)
  return near === '' || near.startsWith('..') ? file : near
}

const outlines = <T, O>(
  folder: string,
  whole: ReadonlyMap<string, T & O>,
  outline: (text: string) => O | undefined,
): O[] => [...whole.keys()].flatMap((id) => reading(fileOf(folder, id), outline) ?? whole.get(id) ?? [])

const fileOf = (folder: string, id: string): string => join(folder, `${id}.yaml`)

const reading = <T>(file: string, read: (text: string, file: string) => T): T =>
  read(readFileSync(file, 'utf8'), shown(file))

const idsIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.slice(0, -'.yaml'.length))
    .sort()

/** A map whose values are made when they are first asked for. */
const lazily = <T>(keys: readonly string[], make: (key: string) => T): ReadonlyMap<string, T> => {
  const made = new Map<string, T>()
  const known = new Set(keys)
  const get = (key: string): T | undefined => {
    if (!known.has(key)) return undefined
    const value = made.get(key) ?? make(key)
    made.set(key, value)
    return value
  }
  function* entries(): MapIterator<[string, T]> {
    for (const key of known) yield [key, get(key) as T]
  }
  function* values(): MapIterator<T> {
    for (const [, value] of entries()) yield value
  }
  return {
    size: known.size,
    get,
    has: (key) => known.has(key),
    keys: () => known.keys(),
    values,
    entries,
    [Symbol.iterator]: entries,
    forEach(each) {
      for (const [key, value] of entries()) each(value, key, this)
    },
  }
}
