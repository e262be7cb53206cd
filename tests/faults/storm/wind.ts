/**
 * How faults follow one another. Those that leave nobody to serve for a while (`alone`) come one after the other, and
 * beside them come the small ones. Which ones, in which order and how hard is drawn from the seed and nothing else.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { Chance } from './chance.ts'
import { drawn, FAULTS, type Fault, type Field } from './faults.ts'
import type { Journal } from './journal.ts'
import type { Tally } from './tally.ts'

export type Wind = {
  /** So many faults at least, and this share of them alone. */
  faults: number
  alone: number
  /** Milliseconds from one small one to the next, and from the end of one that is alone to the next, at most. */
  gap: number
  breath: number
  /** Only these; all where absent. */
  kinds?: readonly string[] | undefined
}

/**
 * Blows until there were so many faults. A bot that starts has it hard for a moment and then calm, until it serves: where
 * every connection is cut each second nobody ever would. Rejects where a fault shows a flaw.
 */
export const blow = async (
  field: Field,
  { faults, alone, gap, breath, kinds }: Wind,
  chance: Chance,
  { tally, journal, over }: { tally: Tally; journal: Journal; over: AbortSignal },
): Promise<void> => {
  const may = FAULTS.filter(
    ({ kind, apart, can }) => (kinds ? kinds.includes(kind) : !apart) && (can?.(field) ?? true),
  )
  const [heavy, light] = [may.filter((fault) => fault.alone), may.filter((fault) => !fault.alone)]
  const wrong: unknown[] = []
  const goesOn = (): boolean => !over.aborted && wrong.length === 0
  /** False where there was nothing that it could befall. */
  const befall = async (fault: Fault, own: Chance): Promise<boolean> => {
    journal.tell(`> ${fault.kind}`)
    const befell = await fault.befall(field, own)
    if (befell) tally.add(fault.kind)
    if (fault.alone || !befell)
      journal.tell(`< ${fault.kind}${befell ? '' : ': there was nothing to befall'}`)
    return befell
  }

  const blowHeavy = async (count: number): Promise<void> => {
    // However short it is, these belong to it.
    const musts = heavy.filter(({ must }) => must)
    for (let n = 0; n < Math.max(count, musts.length) && goesOn(); n += 1) {
      const own = chance.of(`alone ${n}`)
      const fault = musts[n] ?? drawn(heavy, own)
      // Somebody is up soon; until then there is nobody whom it could befall.
      while (goesOn() && !(await befall(fault, own))) await pause(LOOK_MS)
      await pause(own.between(0, breath))
    }
  }
  const blowLight = async (count: number): Promise<void> => {
    const going: Promise<unknown>[] = []
    let done = 0
    for (let n = 0; done < count && goesOn(); n += 1) {
      while (goesOn() && field.fleet.beginsFor() > HARD_MS) await pause(LOOK_MS)
      const own = chance.of(`small ${n}`)
      done += 1
      const over = befall(drawn(light, own), own).then(
        (befell) => {
          if (!befell) done -= 1
        },
        (error: unknown) => void wrong.push(error),
      )
      going.push(over)
      await pause(own.between(0, gap))
    }
    await Promise.all(going)
  }

  const share = light.length === 0 ? faults : heavy.length === 0 ? 0 : Math.round(faults * alone)
  await Promise.all([
    blowHeavy(share).catch((error: unknown) => void wrong.push(error)),
    blowLight(heavy.length === 0 ? faults : faults - share),
  ])
  if (wrong.length > 0) throw wrong[0]
  if (over.aborted) throw new Error(`It was to be over by now, after ${tally.all()} faults of ${faults}.`)
}

const LOOK_MS = 100

/** So long a bot that starts has it as hard as any other. */
const HARD_MS = 2_000
