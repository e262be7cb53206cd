/** Replays a transcript over an edge: the real host, the real stores, a clock of its own. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { heldAt } from '../../src/host/places.ts'
import type { InterviewRecord } from '../../src/host/record.ts'
import { keys, transcriptOf } from '../../src/host/record.ts'
import { reportFor } from '../../src/host/reporting.ts'
import { phaseOf } from '../../src/interview/phase.ts'
import type { Report } from '../../src/interview/report.ts'
import type { Entry } from '../../src/interview/transcript.ts'
import type { Card } from '../../src/platform/card.ts'
import { standing } from '../interview/standing.ts'
import type { Edge } from './edge.ts'
import { type House, house } from './house.ts'
import { looked } from './seen.ts'
import type { Step, Transcript } from './transcript.ts'

export type Replayed = {
  report: Report
  record: InterviewRecord
  log: Entry[]
  screen: readonly Card[]
  /** What the person did and for how long they waited, in order. */
  deeds: Deed[]
  /** What the screen lacked at a moment, in words. */
  faults: string[]
}

/** What is left of a step once it is known where the talk stands. */
export type Deed = Exclude<Step, { expect: unknown } | { to: string }>

export const replay = async (transcript: Transcript, edge: Edge): Promise<Replayed> => {
  const folder = mkdtempSync(join(tmpdir(), 'mlsd-transcript-'))
  const home = await house(folder, edge, { quiet: transcript.quiet, thinks: transcript.thinks ?? 0 })
  try {
    const { problem, scenario, flow, focus, level, minutes, mode } = transcript
    const what = scenario === undefined ? { problem: problem ?? '' } : { scenario }
    const part = { ...(flow && { flow }), ...(focus && { focus }) }
    await edge.start({ ...what, ...part, level, minutes: String(minutes), mode })
    await home.pass(0)
    const { deeds, faults } = await walk(transcript.steps, edge, home)
    const record = await recordOn(home, edge)
    const { memory } = home.world()
    return {
      report: await reportFor(home.world(), record),
      record,
      log: await transcriptOf(memory, record),
      screen: edge.screen(),
      deeds,
      faults,
    }
  } finally {
    await home.close()
    rmSync(folder, { recursive: true })
  }
}

const walk = async (
  steps: readonly Step[],
  edge: Edge,
  home: House,
): Promise<Pick<Replayed, 'deeds' | 'faults'>> => {
  const labels = new Map<string, string>()
  const faults: string[] = []
  const deeds: Deed[] = []
  let since = 0
  for (const [index, step] of steps.entries()) {
    const { interview } = await recordOn(home, edge)
    const where = standing(interview)
    if ('expect' in step) {
      const wrong = looked(step.expect, edge.screen(), since, where)
      faults.push(...wrong.map((fault) => `step ${index + 1}: ${fault}`))
      continue
    }
    const { stage } = interview.snapshot.context
    if ('to' in step && (where === step.to || (phaseOf(interview) === 'talk' && stage === step.to))) continue
    const deed: Deed = 'to' in step ? { do: 'next' } : step
    if (!('wait' in deed)) since = edge.screen().length
    await done(deed, edge, home, labels)
    deeds.push(deed)
  }
  return { deeds, faults }
}

const done = async (step: Deed, edge: Edge, home: House, labels: Map<string, string>): Promise<void> => {
  if ('wait' in step) return home.pass(step.wait)
  if ('restart' in step) return home.restart()
  const named = (label: string): string => {
    const id = labels.get(label)
    if (id === undefined) throw new Error(`No message is labelled "${label}".`)
    return id
  }
  if ('say' in step) {
    const id = await edge.say(step.say)
    if (step.id !== undefined) labels.set(step.id, id)
  } else if ('burst' in step) for (const text of step.burst) await edge.say(text)
  else if ('do' in step) await edge.command(step.do)
  else if ('edit' in step) await edge.edit(named(step.edit.of), step.edit.text)
  else if ('withdraw' in step) await edge.withdraw(named(step.withdraw))
  else await edge.rate(step.rate)
  await home.pass(0)
}

/** The interview that the edge's only place is about. */
const recordOn = async (home: House, edge: Edge): Promise<InterviewRecord> => {
  const { memory } = home.world()
  for await (const { value } of memory.each<InterviewRecord>(keys.interview(''))) {
    const held = value.place.startsWith(edge.name) ? await heldAt(memory, value.place) : undefined
    if (held) return held
  }
  throw new Error(`No interview was begun on ${edge.name}.`)
}
