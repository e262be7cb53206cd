/** What the shape of a labelled file cannot see; works on any value, so that a broken file shows all its faults. */
import type { Finding, Path } from '../flow/faults.ts'
import { unknownId } from '../flow/identity.ts'
import { valueAt } from '../flow/misfit.ts'

/** What there is to refer to, and what the files before have taken. */
export type Known = {
  stages: readonly string[]
  problems: readonly string[]
  /** The file of every answer's id so far. */
  ids: ReadonlyMap<string, string>
  /** The file of every problem so far, and whether that one is held out. */
  sides: ReadonlyMap<string, { file: string; heldOut: boolean }>
}

/** Findings for ids of nothing or of two things, for tricks that are worth something, for a problem on both sides. */
export const labelledFindings = (value: unknown, known: Known): Finding[] => {
  const problem = valueAt(value, ['problem'])
  const questions = entries(value, ['questions'])
  return [
    ...(typeof problem === 'string'
      ? [
          ...unknownId(problem, known.problems, ['problem'], 'problem in the bank named'),
          ...bothSides(problem, valueAt(value, ['heldOut']) === true, known),
        ]
      : []),
    ...questions.flatMap((path) => {
      const stage = valueAt(value, [...path, 'stage'])
      return typeof stage === 'string'
        ? unknownId(stage, known.stages, [...path, 'stage'], 'stage in the flow named')
        : []
    }),
    ...answerFindings(value, known),
  ]
}

const answerFindings = (value: unknown, { ids }: Known): Finding[] => {
  const here = new Set<string>()
  return entries(value, ['questions'])
    .flatMap((question) => entries(value, [...question, 'answers']))
    .flatMap((path) => {
      const of = (key: string): unknown => valueAt(value, [...path, key])
      const [id, level] = [of('id'), of('level')]
      const found: Finding[] = []
      if (typeof id === 'string') {
        const where = here.has(id) ? 'in this file' : ids.get(id)
        if (where !== undefined)
          found.push({
            path: [...path, 'id'],
            says: `another answer ${where === 'in this file' ? where : `in ${where}`} already has the id "${id}"`,
            mend: 'give this one an id of its own',
          })
        here.add(id)
      }
      if (of('trick') !== undefined && typeof level === 'number' && level > 0)
        found.push({
          path: [...path, 'level'],
          says: `a trick is worth nothing, and this one has level ${level}`,
          mend: 'write "level: 0", or remove "trick" if it is an answer',
        })
      return found
    })
}

const bothSides = (problem: string, heldOut: boolean, { sides }: Known): Finding[] => {
  const before = sides.get(problem)
  if (before === undefined || before.heldOut === heldOut) return []
  const held = (is: boolean): string => (is ? 'held out' : 'not held out')
  return [
    {
      path: ['problem'],
      says: `"${problem}" is ${held(heldOut)} here and ${held(before.heldOut)} in ${before.file}`,
      mend: 'hold out a problem in all its files or in none',
    },
  ]
}

/** The paths of the entries of a list; none where there is no list. */
const entries = (value: unknown, path: Path): Path[] => {
  const list = valueAt(value, path)
  return Array.isArray(list) ? list.map((_, index) => [...path, index]) : []
}
