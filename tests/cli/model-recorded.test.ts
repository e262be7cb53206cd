/** Whole interviews against recorded servers that misbehave: each comes to its report, loses no word, and is told in a line. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { answers } from '../../src/interview/transcript.ts'
import { wordsIn } from '../../src/words/words.ts'
import { held, networkTime } from '../model/held.ts'
import { type Recording, recordings } from '../model/recording.ts'
import { replay } from '../model/replay.ts'

const { what, instead } = wordsIn('en').troubles

/** Every line that can be told, by what happened. */
const LINES = Object.entries(what).flatMap(([trouble, says]) =>
  Object.entries(instead).map(([who, then]): [string, string] => [`${who} ${trouble}`, `${says} ${then}`]),
)

const hold = async (recording: Recording) => {
  const home = mkdtempSync(join(tmpdir(), 'mlsd-recorded-'))
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
  const network = networkTime()
  const back = network.now() + recording.down * 1_000
  const server = await replay(recording, () => network.now() < back)
  onTestFinished(() => server.close())
  const { flow, talk } = recording
  const stage = flow === 'sprint' ? ['--focus', 'clarify'] : []
  const words = ['--problem', 'delivery-eta', '--level', 'junior', '--flow', flow, ...stage]
  const env = {
    MLSD_MODEL: 'gpt-4.1-mini',
    OPENAI_BASE_URL: server.url,
    OPENAI_API_KEY: 'sk-not-a-real-key',
    ...recording.env,
  }
  const outcome = await held({ home, env, words, talk: [...talk, '/end', '/skip'], network, server })
  return { ...outcome, server }
}

const times = (text: string, part: string): number => text.split(part).length - 1

test.each(recordings())('%s', async (_, recording) => {
  const { seen, report, transcript, server, log } = await hold(recording)
  const said = recording.talk.filter((text) => !text.startsWith('/'))
  expect(answers(transcript).map(({ text }) => text)).toEqual(said)
  const told = LINES.flatMap(([name, line]) => Array.from({ length: times(seen, line) }, () => name))
  expect(told.toSorted()).toEqual(recording.told.toSorted())
  expect(report.points.length).toBeGreaterThan(0)
  expect(report.standIns).toBe(recording.standIns)
  const counted = (who: string): number => server.asked.filter((one) => one === who).length
  const requests = Object.keys(recording.requests).map((who) => [who, counted(who)])
  expect(Object.fromEntries(requests)).toEqual(recording.requests)
  for (const words of recording.shows) expect(seen).toContain(words)
  for (const words of recording.logs) expect(log).toContain(words)
  for (const words of recording.never) expect(`${seen} ${log}`).not.toContain(words)
  const found = new Map(report.points.map(({ criterion, verdict }) => [criterion, verdict]))
  const verdicts = Object.keys(recording.verdicts).map((id) => [id, found.get(id) ?? 0])
  expect(Object.fromEntries(verdicts)).toEqual(recording.verdicts)
  expect(`${seen} ${log}`).not.toContain('sk-not-a-real-key')
})
