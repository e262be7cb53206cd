/** Records of other versions: carried over step by step, or refused with the reason. */
import { expect, it } from 'vitest'
import type { Interview } from '../../src/interview/interview.ts'
import { interviewsOf } from '../../src/interview/interview.ts'
import { MACHINE_VERSION } from '../../src/interview/machine.ts'
import type { Carriers } from '../../src/interview/migrate.ts'
import { carriedOver, UnknownMachine } from '../../src/interview/migrate.ts'
import { OPTIONS, START, TWO } from './fake-world.ts'

const { open, step } = interviewsOf(TWO)

const interview = open('talk', OPTIONS)

const written = (version: number): Interview => ({ ...interview, version })

/** Renames the interview, so that it can be seen which functions ran and in what order. */
const renaming: Carriers = Object.fromEntries(
  [1, 2].map((version) => [
    version,
    ({ context, ...rest }: Interview['snapshot']) => ({
      ...rest,
      context: { ...context, id: `${context.id} ${version}` },
    }),
  ]),
)

it('an interview of this version is left as it is and can be stepped', () => {
  expect(carriedOver(interview)).toBe(interview)
  expect(step(carriedOver(interview), { type: 'begin', at: START, id: 'm0' })[1]).not.toEqual([])
})

it('an older one goes through the functions of every version in between', () => {
  const carried = carriedOver(written(1), renaming, 3)
  expect(carried.version).toBe(3)
  expect(carried.snapshot.context.id).toBe('talk 1 2')
  expect(carriedOver(written(2), renaming, 3).snapshot.context.id).toBe('talk 2')
  expect(interview.snapshot.context.id).toBe('talk')
})

it('a newer one is refused: the program has to be updated', () => {
  expect(() => carriedOver(written(MACHINE_VERSION + 1))).toThrow(UnknownMachine)
  expect(() => carriedOver(written(MACHINE_VERSION + 1))).toThrow(/written by a newer mlsd .*Update mlsd/)
})

it.each([0, -1, 0.5])('version %s was never written and is refused', (version) => {
  expect(() => carriedOver(written(version), renaming)).toThrow(/no mlsd ever wrote .*restore a backup/)
})

it('every version before this one has its function', () => {
  for (let version = 1; version <= MACHINE_VERSION; version += 1)
    expect(carriedOver(written(version)).version).toBe(MACHINE_VERSION)
})
