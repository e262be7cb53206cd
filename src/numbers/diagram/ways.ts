import type { Diagram } from './diagram.ts'
import { type Role, rolesIn } from './roles.ts'

/** A diagram as the lint walks it. */
export type Ways = {
  diagram: Diagram
  /** Ids of the boxes with a role. */
  having(role: Role): string[]
  is(id: string, role: Role): boolean
  label(id: string): string
  /** Ids that the arrows lead to from any of these without entering one that is avoided; themselves only where they lead back. */
  from(ids: readonly string[], avoided?: readonly string[]): ReadonlySet<string>
  /** Ids of boxes that no arrow leads to, though one leads away. */
  starts: readonly string[]
  next(id: string): readonly string[]
}

/** Prepares a diagram for walking; a line without heads can be walked both ways. */
export const waysOf = (diagram: Diagram): Ways => {
  const roles = rolesIn(diagram)
  const labels = new Map(diagram.boxes.map(({ id, label }) => [id, label]))
  const onward = new Map<string, string[]>(diagram.boxes.map(({ id }) => [id, []]))
  const entered = new Set<string>()
  for (const { from, to, heads } of diagram.arrows) {
    onward.get(from)?.push(to)
    entered.add(to)
    if (heads !== 'one') onward.get(to)?.push(from)
  }
  const next = (id: string): readonly string[] => onward.get(id) ?? []
  const is = (id: string, role: Role): boolean => roles.get(id)?.has(role) ?? false
  return {
    diagram,
    is,
    next,
    having: (role) => diagram.boxes.map(({ id }) => id).filter((id) => is(id, role)),
    label: (id) => labels.get(id) ?? id,
    starts: diagram.boxes.map(({ id }) => id).filter((id) => !entered.has(id) && next(id).length > 0),
    from: (ids, avoided = []) => {
      const [seen, closed] = [new Set<string>(), new Set(avoided)]
      const open = ids.flatMap(next)
      for (let id = open.pop(); id !== undefined; id = open.pop()) {
        if (seen.has(id) || closed.has(id)) continue
        seen.add(id)
        open.push(...next(id))
      }
      return seen
    },
  }
}
