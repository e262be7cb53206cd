/** What a model does. */
import type { Fault } from '../faults.ts'
import type { Trouble } from '../model-side.ts'
import { atOnce } from './at-once.ts'

/** Those of a model. */
export const MODEL: readonly Fault[] = [
  ...([
    ['hangs', 4],
    ['hangs in the middle', 2],
    ['breaks off', 4],
    ['nonsense', 2],
    ['slow', 4],
    [429, 3],
    [500, 3],
    [503, 2],
  ] as const satisfies readonly (readonly [Trouble, number])[]),
].map(([trouble, weight]) => ({
  ...{ kind: typeof trouble === 'number' ? `model answers ${trouble}` : `model: ${trouble}`, weight },
  can: ({ model }) => model !== undefined,
  befall: atOnce(({ model }, chance) => model?.befall(trouble, chance.between(1, 3))),
}))
