/** The table of rooms, printed from the data that the tests hold the sources against. */
import { existsSync } from 'node:fs'
import { ROOMS, ROOT, type Room, TYPES_FOR_ALL } from '../tests/rooms/table.ts'

/** One row for every room that is built. */
export const codeMap = (): string =>
  [
    '| room | what it holds | may import | packages |',
    '| --- | --- | --- | --- |',
    ...Object.entries(ROOMS)
      .filter(([name]) => pathOf(name) !== undefined)
      .map(
        ([name, room]) =>
          `| [\`${name}\`](${pathOf(name)})${room.pure ? ', pure' : ''} | ${room.holds} | ${reach(name, room)} | ${listed(room.packages)} |`,
      ),
  ].join('\n')

const pathOf = (name: string): string | undefined =>
  [`src/${name}.ts`, `src/${name}/`].find((path) => existsSync(new URL(`../${path}`, import.meta.url)))

/** The rooms within reach; of an edge only its doors are open, which the text around the table says. */
const reach = (name: string, { rooms, types = [] }: Room): string => {
  if (name === ROOT) return 'everything'
  const built = (all: readonly string[]) => all.filter((other) => pathOf(other) !== undefined)
  const asTypes = built(types).filter((other) => !TYPES_FOR_ALL.some((open) => open === other))
  return listed([...built(rooms), ...asTypes.map((other) => `${other} (types)`)])
}

const listed = (words: readonly string[]): string => (words.length === 0 ? '-' : words.join(', '))
