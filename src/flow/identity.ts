/** Ids: none twice, and every one that is referred to exists. */
import type { Finding, Path } from './faults.ts'

/** A finding for each entry of a list whose id an earlier entry already has. */
export const repeatedIds = (entries: readonly { id: string }[], path: Path, what: string): Finding[] =>
  repeated(
    entries.map(({ id }, index) => ({ id, path: [...path, index, 'id'] })),
    what,
  )

/** A finding for each place whose id an earlier place already has. */
export const repeated = (places: readonly { id: string; path: Path }[], what: string): Finding[] => {
  const seen = new Set<string>()
  return places.flatMap(({ id, path }) => {
    if (!seen.has(id)) {
      seen.add(id)
      return []
    }
    return [
      { path, says: `another ${what} already has the id "${id}"`, mend: 'give this one an id of its own' },
    ]
  })
}

/** A finding when an id refers to nothing that is known. */
export const unknownId = (id: string, known: readonly string[], path: Path, what: string): Finding[] =>
  known.includes(id)
    ? []
    : [{ path, says: `there is no ${what} "${id}"`, mend: `write one of: ${[...new Set(known)].join(', ')}` }]
