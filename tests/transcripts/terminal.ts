/** The same transcript as a user's shell would play it: the real program, a pipe, its virtual clock. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Report } from '../../src/interview/report.ts'
import type { Deed } from './replay.ts'
import type { Transcript } from './transcript.ts'

const PROGRAM = fileURLToPath(new URL('../../bin/mlsd.js', import.meta.url))

/** Plays deeds through `mlsd practice --json` and answers the report; `stages` is the order in which ratings are typed. */
export const played = async (
  { problem, scenario, flow, focus, level, minutes, mode }: Transcript,
  deeds: readonly Deed[],
  stages: readonly string[],
): Promise<Report> => {
  const what = scenario === undefined ? ['--problem', problem ?? ''] : ['--scenario', scenario]
  const part = [...(flow ? ['--flow', flow] : []), ...(focus ? ['--focus', focus] : [])]
  const how = [
    ...part,
    '--level',
    level,
    '--minutes',
    String(minutes),
    '--mode',
    mode,
    '--clock',
    'virtual',
    '--json',
  ]
  const words = deeds.flatMap((deed) => paragraphs(deed, stages)).join('\n\n')
  const { stdout } = await run(['practice', ...what, ...how], `${words}\n`)
  return JSON.parse(stdout) as Report
}

/** Runs `mlsd` in a home of its own on an input; fails with what it said where it fails. */
export const run = async (
  args: readonly string[],
  input: string,
): Promise<{ stdout: string; stderr: string; home: string }> => {
  const home = mkdtempSync(join(tmpdir(), 'mlsd-home-'))
  try {
    const { PATH = '' } = process.env
    const child = spawn(process.execPath, [PROGRAM, ...args], {
      env: { PATH, HOME: home, MLSD_HOME: home, NO_COLOR: '1' },
    })
    const streams = Promise.all([collected(child.stdout), collected(child.stderr)])
    const ended = new Promise<number | null>((done) => child.on('close', done))
    child.stdin.end(input)
    const [[stdout, stderr], code] = await Promise.all([streams, ended])
    if (code !== 0) throw new Error(`mlsd ${args.join(' ')} ended with ${code}:\n${stderr}`)
    return { stdout, stderr, home }
  } finally {
    rmSync(home, { recursive: true })
  }
}

const collected = async (stream: NodeJS.ReadableStream): Promise<string> => {
  let text = ''
  stream.setEncoding('utf8')
  for await (const piece of stream) text += piece
  return text
}

/** What is typed for a deed. */
const paragraphs = (step: Deed, stages: readonly string[]): string[] => {
  if ('say' in step) return [step.say]
  if ('burst' in step) return step.burst
  if ('do' in step) return [`/${step.do}`]
  if ('wait' in step) return step.wait === 0 ? [] : [`/wait ${step.wait / 1_000}s`]
  if ('rate' in step) return [`/rate ${stages.map((stage) => step.rate[stage] ?? '-').join(' ')}`]
  throw new Error(`A pipe cannot play ${JSON.stringify(step)}.`)
}
