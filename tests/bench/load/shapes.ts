/** Which processes there are, and what each of them does. */

export type Role = 'all' | 'edge' | 'worker'

export type Shape = { name: string; store: 'SQLite' | 'PostgreSQL'; roles: readonly Role[] }

export const SHAPES: readonly Shape[] = [
  { name: 'one process, SQLite', store: 'SQLite', roles: ['all'] },
  { name: 'one process, PostgreSQL', store: 'PostgreSQL', roles: ['all'] },
  { name: 'one edge and two workers', store: 'PostgreSQL', roles: ['edge', 'worker', 'worker'] },
  { name: 'three processes that do all', store: 'PostgreSQL', roles: ['all', 'all', 'all'] },
]

/** One edge and so many workers. */
export const workers = (count: number): Shape => ({
  name: `one edge and ${count} ${count === 1 ? 'worker' : 'workers'}`,
  store: 'PostgreSQL',
  roles: ['edge', ...Array.from({ length: count }, () => 'worker' as const)],
})
