/** A storm: people in both chat platforms are interviewed by real processes, while all that can go wrong does. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Server } from '../../postgres/server.ts'
import { chanceOf } from './chance.ts'
import type { Field } from './faults.ts'
import { groundOf } from './ground.ts'
import { journalOf } from './journal.ts'
import { quietly } from './quietly.ts'
import { remainsIn } from './remains.ts'
import { scriptOf } from './script.ts'
import { hold, type Talk } from './talk.ts'
import { type Tally, tallyOf } from './tally.ts'
import { type Verdict, verdictOn } from './verdict.ts'
import { blow, type Wind } from './wind.ts'

export type Plan = {
  seed: number
  /** Interviews, a third of them in Discord. */
  people: number
  /** Milliseconds that an interview takes about; and for which all of them are waited for once it is calm. */
  lasting: number
  patience: number
  /** Milliseconds after which there are to be no more faults, whatever happens. */
  atMost: number
  lasts: Field['lasts']
  /** Three processes on this database: an edge and two workers. One process on a file when absent. */
  postgres?: Server
  /** People are asked and judged by a model, for which its rules stand in when it fails. */
  model?: boolean
  /** Told of all that happens. */
  told?: (line: string) => void
  /** A promise that is broken on purpose. */
  breaks?: string
} & Wind

export type Outcome = Verdict & {
  tally: Tally
  lacks: string[]
  /** What the bots wrote, and what befell them. */
  said: string
  journal: readonly string[]
  seconds: number
  /** Calls that the model answered, and others. */
  asked?: { well: number; badly: number }
}

/** Holds it; what went wrong is in the outcome. */
export const storm = async (plan: Plan): Promise<Outcome> => {
  const { seed, model: led = false, patience } = plan
  const began = performance.now()
  const chance = chanceOf(seed)
  const [journal, tally, broken] = [journalOf(plan.told), tallyOf(), [] as string[]]
  const people = Array.from({ length: plan.people }, (_, n) => n)
  const ground = await groundOf({
    ...plan,
    ...{
      tell: journal.tell,
      people: { slack: people.filter(inSlack), discord: people.filter((n) => !inSlack(n)) },
    },
  })
  const { field, store } = ground
  const { fleet, slack, discord } = field
  const nobodyWaits = new AbortController()
  const blame = (error: unknown): void =>
    void broken.push(error instanceof Error ? error.message : String(error))
  try {
    const talks = people.map((n): Talk => {
      const side = inSlack(n) ? slack : discord
      return { n, side, script: scriptOf(n, chance.of(`script ${n}`), led), said: [] }
    })
    const begun: Promise<void>[] = []
    const held = talks.map((talk) => {
      const first = Promise.withResolvers<void>()
      if (talk.side === discord) begun.push(first.promise)
      const around = { chance: chance.of(`talk ${talk.n}`), tally, lasting: plan.lasting, led }
      return hold(talk, { ...around, begun: first.resolve, patience: nobodyWaits.signal }).catch(blame)
    })
    await Promise.race([Promise.all(begun), pause(patience, undefined, { ref: false })])
    journal.tell('The storm begins.')
    const over = AbortSignal.timeout(plan.atMost)
    await blow(field, plan, chance.of('faults'), { tally, journal, over }).catch(blame)
    journal.tell('It is calm.')
    await ground.mend()
    const late = setTimeout(() => nobodyWaits.abort(), patience)
    await Promise.all(held)
    clearTimeout(late)
    const remains = await remainsIn(store, REST_MS)
    broken.push(...(await fleet.stop()), ...ground.refusals())
    const quiet = await quietly(ground.model?.name)
    const verdict = await verdictOn(talks, remains, quiet)
    await quiet.close()
    return {
      ...{ ...verdict, tally, lacks: ground.lacks, said: fleet.said(), journal: journal.all() },
      broken: [...broken, ...verdict.broken],
      seconds: (performance.now() - began) / 1_000,
      ...(ground.model && { asked: ground.model.counts() }),
    }
  } finally {
    nobodyWaits.abort()
    await ground.stop()
  }
}

/** A third of them is in Discord. */
const inSlack = (n: number): boolean => n % 3 !== 2

/** Milliseconds until nothing is due any more, at most. */
const REST_MS = 20_000
