/** Which column is what: named by whoever asks, else by what columns are usually called. */
import { BadInput } from '../../numbers/bad-input.ts'
import { type Column, isMissing, rowsOf } from '../../numbers/data/column.ts'

export const ROLES = ['label', 'score', 'prediction', 'query', 'weight'] as const
export type Role = (typeof ROLES)[number]

/** Names of columns by their part; `guessed` are those that nobody named. */
export type Roles = { names: Partial<Record<Role, string>>; guessed: readonly Role[] }

const USUAL: Readonly<Record<Role, RegExp>> = {
  label: /^(?:label|y|target|truth|y_?true|actual|relevance|outcome|class)$/i,
  score: /^(?:score|p|prob|proba|probability|y_?score|p_?hat|y_?prob)$/i,
  prediction: /^(?:prediction|predicted|pred|y_?hat|y_?pred|forecast)$/i,
  query: /^(?:query|qid|query_?id|group|session|request)$/i,
  weight: /^(?:weight|weights|w|sample_?weight)$/i,
}

/** Throws BadInput for a name that the file has not, and where nothing is a label or nothing is held against it. */
export const rolesIn = (names: readonly string[], args: Readonly<Record<string, string>>): Roles => {
  const found: Partial<Record<Role, string>> = {}
  const guessed: Role[] = []
  for (const role of ROLES) {
    const asked = args[role]?.trim()
    const name = asked ? named(role, asked, names) : names.find((one) => USUAL[role].test(one))
    if (name === undefined) continue
    found[role] = name
    if (!asked) guessed.push(role)
  }
  const headless = names.every((name, n) => name === `c${n + 1}`)
  const columns = `The columns are ${names.map((name) => `"${name}"`).join(', ')}${headless ? ', since the first line is a row already' : ''}.`
  if (found.label === undefined)
    throw new BadInput('Which column holds the truth?', { mend: `Name it with --label. ${columns}` })
  if (found.score === undefined && found.prediction === undefined)
    throw new BadInput('Which column holds what was predicted?', {
      mend: `Name it with --score (a number, higher for more likely) or --prediction (a class or a value). ${columns}`,
    })
  return { names: found, guessed }
}

const named = (role: Role, asked: string, names: readonly string[]): string => {
  const name =
    names.find((one) => one === asked) ?? names.find((one) => one.toLowerCase() === asked.toLowerCase())
  if (name !== undefined) return name
  throw new BadInput(`There is no column "${asked.slice(0, 40)}" for ${role}.`, {
    ...{ column: role, value: asked },
    mend: `The columns are ${names.map((one) => `"${one}"`).join(', ')}.`,
  })
}

/** The numbers of a column; throws BadInput with the row of the file for a gap or a word. */
export const numbersOf = (column: Column, first: number): Float64Array => {
  gapless(column, first)
  if (column.kind === 'number') return column.values
  const row = column.codes.findIndex((code) => !Number.isFinite(Number(column.dictionary[code])))
  const value = column.dictionary[column.codes[row] ?? 0]
  throw new BadInput(`Row ${row + first} has "${value}" in ${column.name}, and that is no number.`, {
    ...{ row: row + first, column: column.name, value },
    mend: 'Mend it in the file, or name another column.',
  })
}

/** The labels of a column, as numbers or as words. */
export const labelsOf = (column: Column, first: number): ArrayLike<number | string> => {
  gapless(column, first)
  return column.kind === 'number'
    ? column.values
    : Array.from(column.codes, (code) => column.dictionary[code] ?? '')
}

const gapless = (column: Column, first: number): void => {
  for (let row = 0; row < rowsOf(column); row += 1)
    if (isMissing(column, row))
      throw new BadInput(`Row ${row + first} has nothing in ${column.name}.`, {
        ...{ row: row + first, column: column.name, value: '' },
        mend: 'Fill the gap, or leave the row out.',
      })
}
