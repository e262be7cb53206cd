import type { Figure } from './figure.ts'

/** Names of which none stands twice: the second `price` is `price (2)`. */
export const distinct = (names: readonly string[]): string[] => {
  const taken = new Set<string>()
  return names.map((name) => {
    let free = name
    for (let at = 2; taken.has(free); at += 1) free = `${name} (${at})`
    taken.add(free)
    return free
  })
}

/** A figure in which no two lines, rows or classes have the same name, since they are told apart by it. */
export const withDistinctNames = (figure: Figure): Figure => {
  if (figure.form === 'grid') return { ...figure, labels: distinct(figure.labels) }
  if (figure.form === 'bars') return { ...figure, rows: renamed(figure.rows) }
  return { ...figure, series: renamed(figure.series) }
}

const renamed = <T extends { name: string }>(all: readonly T[]): T[] => {
  const names = distinct(all.map(({ name }) => name))
  return all.map((one, at) => ({ ...one, name: names[at] ?? one.name }))
}
