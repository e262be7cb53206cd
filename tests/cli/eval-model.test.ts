/** `mlsd eval --judge model` against a real HTTP server: the figures, what is kept, and what happens when it fails. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import type { Asking } from '../../src/evaluation/asking.ts'
import type { Evaluation } from '../../src/evaluation/evaluation.ts'
import { answer, type Faulty, faulty, type Manner, status } from '../model/faulty.ts'
import { folderOf, judging, type Made, made, marksFor, shownTo } from './labelled.ts'
import { dataFolder, mlsd } from './run.ts'

let server: Faulty
beforeEach(async () => {
  server = await faulty()
})
afterEach(() => server.close())

const environment = (more: Record<string, string> = {}) => ({
  MLSD_MODEL: 'gpt-4.1-mini',
  OPENAI_BASE_URL: server.url,
  ...more,
})

/** A place for the judgements. */
const journal = (): string => join(dataFolder(), 'judged.jsonl')

const run = (words: readonly string[], env: Record<string, string> = environment()) =>
  mlsd(dataFolder(), ['eval', ...words], '', { env })

type Printed = Evaluation & { asked: Asking }

const evaluated = async (folder: string, ...words: string[]): Promise<Printed> => {
  const { code, out, err } = await run([folder, '--judge', 'model', '--json', ...words])
  expect(code, err).toBe(0)
  return JSON.parse(out) as Printed
}

const linesOf = (file: string): Record<string, unknown>[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

const byLabel = (answers: readonly Made[], usage?: object): Manner =>
  judging((said) => marksFor(answers.find(({ says }) => says === said)?.level ?? 0), usage)

describe('the figures', () => {
  test('a judge that answers by the labels agrees with them in everything', async () => {
    const answers = made(32)
    server.always(byLabel(answers))
    const { by, overall, heldOut, confusion, outcomes, asked, repeat } = await evaluated(
      folderOf(answers),
      '--resume',
      journal(),
    )
    expect(by).toContain('gpt-4.1-mini at 127.0.0.1')
    expect(overall).toMatchObject({ answers: 32, kappa: 1, ordering: 1, exact: 1, unassessed: 0 })
    expect(heldOut).toMatchObject({ answers: 16, kappa: 1 })
    expect(confusion).toEqual(
      [0, 1, 2, 3].map((row) => [0, 1, 2, 3].map((column) => (row === column ? 8 : 0))),
    )
    expect(new Set(outcomes.map(({ id }) => id)).size).toBe(32)
    expect(asked).toMatchObject({
      judged: 32,
      failed: [],
      foreign: 0,
      prompt: expect.stringMatching(/^judge \d/),
    })
    expect(asked.agreement.share).toBe(1)
    expect(asked.agreement.differ).toBeGreaterThan(0)
    expect(repeat.share).toBeNull()
  })

  test('one that draws its marks by lot agrees with nobody', async () => {
    const answers = made(96)
    const lot = (said: string): Made['level'] =>
      (Math.floor(Math.abs(Math.sin(said.length * 31 + Number(/\d+/.exec(said)) * 97) * 1e4)) %
        4) as Made['level']
    server.always(judging((said) => marksFor(lot(said))))
    const { overall } = await evaluated(folderOf(answers), '--resume', journal())
    expect(overall.answers).toBe(96)
    expect(Math.abs(overall.kappa ?? 1)).toBeLessThan(0.2)
  })

  test('a judge that changes its mind is seen to: from call to call, and from one grading to the next', async () => {
    const answers = made(8)
    let calls = 0
    server.always(judging(() => () => (calls++ % 3 === 0 ? 1 : 0)))
    const { asked, repeat, steadiness } = await evaluated(
      folderOf(answers),
      '--resume',
      journal(),
      '--steady',
    )
    expect(asked.agreement.share).toBeLessThan(1)
    expect(repeat).toMatchObject({ answers: 8 })
    expect(repeat.share).toBeLessThan(1)
    expect(steadiness.some(({ share }) => (share ?? 0) > 0)).toBe(true)
  })

  test('calls, tokens and money are those that the endpoint told', async () => {
    const answers = made(4)
    server.always(byLabel(answers))
    const { asked } = await evaluated(folderOf(answers), '--resume', journal())
    const calls = server.requests.length
    expect(calls).toBeGreaterThanOrEqual(8)
    expect(asked.spent).toMatchObject({
      calls,
      sent: 100 * calls,
      cached: 60 * calls,
      received: 20 * calls,
      currency: 'USD',
    })
    expect(asked.spent.cost).toBeCloseTo((calls * (40 * 0.4 + 60 * 0.1 + 20 * 1.6)) / 1e6, 12)
  })

  test('the page for a person has the same table, and says what the model was asked', async () => {
    const answers: Made[] = [
      ...made(8),
      {
        id: 'in-german',
        level: 0,
        trick: 'foreign',
        says: 'Ich würde die Daten zuerst nach Zeit teilen und dann trainieren.',
      },
    ]
    server.always(byLabel(answers))
    const { code, out, err } = await run([folderOf(answers), '--judge', 'model', '--resume', journal()])
    expect(code).toBe(0)
    for (const title of ['Agreement with the labels', 'Labels and graded levels', 'What the model was asked'])
      expect(out).toContain(`## ${title}`)
    expect(out).not.toContain('## Steadiness')
    expect(out).toMatch(/put to it twice, in different order: 100 % got the same mark/)
    expect(out).toMatch(/1 answers? in other languages/)
    expect(server.requests.some(({ body }) => JSON.stringify(body).includes('Ich würde'))).toBe(false)
    expect(err).toMatch(
      /8 judgements will be asked of gpt-4\.1-mini at 127\.0\.0\.1:\d+, 4 at once: about 20 calls/,
    )
    expect(err).toMatch(/may cost 0\.0\d+ USD, or 0\.\d+ where .*prices of 2026/)
    expect(err).toMatch(/8 of 8 done/)
  })
})

describe('what was judged is kept', () => {
  test('a run that is killed goes on with what is missing, and comes to the same', async () => {
    const answers = made(24)
    const folder = folderOf(answers)
    const file = journal()
    const judge = byLabel(answers)
    const seen = new Set<string>()
    server.always((response, sent) => {
      seen.add(shownTo(sent.body.messages?.at(-1)?.content ?? '').said)
      // After half of them the endpoint says nothing more, so that the kill comes in the middle.
      return seen.size > 12 ? undefined : judge(response, sent)
    })
    const home = dataFolder()
    const child = spawn(
      process.execPath,
      [
        join(import.meta.dirname, '..', '..', 'bin', 'mlsd.js'),
        'eval',
        folder,
        '--judge',
        'model',
        '--resume',
        file,
      ],
      { env: { ...process.env, MLSD_HOME: home, ...environment() } },
    )
    onTestFinished(() => void child.kill('SIGKILL'))
    const ended = once(child, 'close')
    while (child.exitCode === null && (seen.size <= 12 || !existsSync(file) || linesOf(file).length < 8))
      await new Promise((done) => setTimeout(done, 20))
    child.kill('SIGKILL')
    await ended
    const before = linesOf(file).map(({ id }) => id)
    expect(before.length).toBeGreaterThanOrEqual(8)
    expect(before.length).toBeLessThanOrEqual(12)
    appendFileSync(file, '{"key":"4f0c","id":"answer-') // As the power cut left it.

    server.requests.length = 0
    server.always(judge)
    const { overall, asked } = await evaluated(folder, '--resume', file)
    expect(overall).toMatchObject({ answers: 24, kappa: 1 })
    expect(asked.judged).toBe(24)
    const again = new Set(
      server.requests.map(({ body }) => shownTo(body.messages?.at(-1)?.content ?? '').said),
    )
    expect(again.size).toBe(24 - before.length)
    for (const { id, says } of answers) expect(again.has(says)).toBe(!before.includes(id))
    expect(linesOf(file)).toHaveLength(24)
  })

  test('once all are judged nothing is asked any more', async () => {
    const answers = made(4)
    const [folder, file] = [folderOf(answers), journal()]
    server.always(byLabel(answers))
    const first = await evaluated(folder, '--resume', file)
    server.requests.length = 0
    expect(await evaluated(folder, '--resume', file)).toEqual(first)
    expect(server.requests).toEqual([])
  })

  test('a changed answer is judged anew, and so is all by another model', async () => {
    const answers = made(8)
    const [folder, file] = [folderOf(answers), journal()]
    server.always(byLabel(answers))
    await evaluated(folder, '--resume', file)
    server.requests.length = 0
    const text = readFileSync(join(folder, 'ad-clicks.yaml'), 'utf8')
    writeFileSync(join(folder, 'ad-clicks.yaml'), text.replace('Pebble 2 rolls', 'Marble 2 rolls'))
    const { asked } = await evaluated(folder, '--resume', file)
    expect(asked.judged).toBe(8)
    expect(
      new Set(server.requests.map(({ body }) => shownTo(body.messages?.at(-1)?.content ?? '').said)).size,
    ).toBe(1)
    server.requests.length = 0
    const { code } = await run(
      [folder, '--judge', 'model', '--resume', file],
      environment({ MLSD_MODEL: 'gpt-4.1' }),
    )
    expect(code).toBe(0)
    expect(
      new Set(server.requests.map(({ body }) => shownTo(body.messages?.at(-1)?.content ?? '').said)).size,
    ).toBe(8)
  })

  test('without a name the file stands in the folder of the command, named by the judge', async () => {
    const answers = made(4)
    server.always(byLabel(answers))
    const cwd = dataFolder()
    const child = spawn(
      process.execPath,
      [
        join(import.meta.dirname, '..', '..', 'bin', 'mlsd.js'),
        'eval',
        folderOf(answers),
        '--judge',
        'model',
      ],
      { cwd, env: { ...process.env, MLSD_HOME: dataFolder(), ...environment() } },
    )
    let err = ''
    child.stderr.on('data', (part) => {
      err += part
    })
    expect(await once(child, 'close')).toEqual([0, null])
    const [name = ''] = readdirSync(cwd)
    expect(name).toMatch(/^mlsd-eval-[0-9a-f]{8}\.jsonl$/)
    expect(err).toContain(`kept in ${name}`)
    expect(linesOf(join(cwd, name))).toHaveLength(4)
  })

  test('a file that holds something else is not touched', async () => {
    const file = journal()
    for (const text of ['# notes\n', 'half a line', '{"key":1}\n']) {
      writeFileSync(file, text)
      const { code, err } = await run([folderOf(made(4)), '--judge', 'model', '--resume', file])
      expect(code).toBe(1)
      expect(err).toMatch(/Line 1 of .*judged\.jsonl is no judgement.*--resume/)
      expect(readFileSync(file, 'utf8')).toBe(text)
    }
    expect(server.requests).toEqual([])
  })
})

describe('what goes wrong', () => {
  test('an answer whose judging fails is counted apart and named, and the next run tries it again', async () => {
    const answers = made(8)
    const [folder, file] = [folderOf(answers), journal()]
    const judge = byLabel(answers)
    server.always((response, sent) =>
      JSON.stringify(sent.body).includes('Pebble 2 ')
        ? answer('{"verdicts": 7}')(response, sent)
        : judge(response, sent),
    )
    const first = await evaluated(folder, '--resume', file)
    expect(first.overall).toMatchObject({ answers: 7, kappa: 1 })
    expect(first.asked.failed).toEqual([
      { id: 'answer-2', why: expect.stringContaining('not answer in the form') },
    ])
    expect(first.outcomes.some(({ id }) => id === 'answer-2')).toBe(false)
    const { out } = await run([folder, '--judge', 'model', '--resume', file])
    expect(out).toMatch(/\*\*1 answer could not be judged\*\*[^\n]*\n- answer-2: /)
    server.always(judge)
    const mended = await evaluated(folder, '--resume', file)
    expect(mended.overall).toMatchObject({ answers: 8, kappa: 1 })
    expect(mended.asked.failed).toEqual([])
    expect(mended.asked.spent.calls).toBe(server.requests.length)
  })

  test('a key that is not taken ends it at once, with what to do', async () => {
    server.always(status(401, { code: 'invalid_api_key', message: 'Incorrect API key provided.' }))
    const { code, out, err } = await run([folderOf(made(24)), '--judge', 'model', '--resume', journal()])
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toMatch(
      /does not take the key; look at OPENAI_API_KEY.*stopped there: 0 judgements are kept in .*the same command goes on/,
    )
    expect(server.requests).toHaveLength(1)
  })

  test('an endpoint that is not there ends it, and nobody waits for it', async () => {
    const { code, err } = await run(
      [folderOf(made(24)), '--judge', 'model', '--resume', journal()],
      environment({ OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' }),
    )
    expect(code).toBe(1)
    expect(err).toMatch(/127\.0\.0\.1:9 cannot be reached.*the same command goes on/)
  })

  test('it stops before the budget is spent, says so, and goes on with a larger one', async () => {
    const answers = made(24)
    const [folder, file] = [folderOf(answers), journal()]
    server.always(byLabel(answers, { prompt_tokens: 5_000, completion_tokens: 1_000 }))
    const words = [folder, '--judge', 'model', '--resume', file]
    const { code, out, err } = await run(
      [...words, '--budget', '0.05'],
      environment({ MLSD_MODEL_CALLS: '1' }),
    )
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toMatch(/budget of 0\.05 USD will not suffice for all of them/)
    expect(err).toMatch(
      /budget of 0\.05 does not suffice for more: 0\.\d+ are spent\. It stopped there: \d+ judgements/,
    )
    const kept = linesOf(file)
    expect(kept.length).toBeGreaterThan(0)
    expect(kept.length).toBeLessThan(24)
    expect(kept.reduce((sum, { spent }) => sum + Object(spent).cost, 0)).toBeLessThanOrEqual(0.05)
    expect((await evaluated(folder, '--resume', file, '--budget', '5')).overall.answers).toBe(24)
  })

  test('the budget of the day holds, over runs with one file', async () => {
    const answers = made(24)
    const [folder, file] = [folderOf(answers), journal()]
    server.always(byLabel(answers))
    const env = environment({ MLSD_BUDGET_DAY_TOKENS: '13000', MLSD_MODEL_CALLS: '1' })
    const words = [folder, '--judge', 'model', '--resume', file]
    const first = await run(words, env)
    expect(first.code).toBe(1)
    expect(first.err).toMatch(/may cost in a day is used up \(13000 tokens, set as MLSD_BUDGET_DAY_TOKENS\)/)
    const kept = linesOf(file).filter((line) => 'grade' in line).length
    expect(kept).toBeGreaterThan(0)
    await run(words, env)
    await run(words, env)
    expect(linesOf(file).filter((line) => 'grade' in line).length).toBeLessThanOrEqual(kept + 1)
  })
})

test.each<[string, string[], Record<string, string>, RegExp]>([
  [
    'no model',
    ['--judge', 'model'],
    {},
    /No language model is set for the judge\. Set MLSD_MODEL.*leave --judge out/,
  ],
  [
    'a model for the interviewer alone',
    ['--judge', 'model'],
    { MLSD_INTERVIEWER_MODEL: 'any', OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' },
    /No language model is set for the judge/,
  ],
  [
    'figures to record',
    ['--judge', 'model', '--record'],
    { MLSD_MODEL: 'any' },
    /those of a model are not recorded/,
  ],
  ['a budget for rules', ['--budget', '2'], {}, /go with --judge model/],
  ['a budget that is none', ['--judge', 'model', '--budget', 'much'], {}, /Give an amount, such as 2/],
  [
    'a budget without a price',
    ['--judge', 'model', '--budget', '2'],
    { MLSD_MODEL: 'own-model', OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' },
    /price of own-model is not known.*MLSD_PRICES/,
  ],
  [
    'prices that are none',
    ['--judge', 'model'],
    { MLSD_MODEL: 'any', MLSD_PRICES: '/nowhere/at/all', OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' },
    /MLSD_PRICES cannot be used/,
  ],
])('%s is refused with a reason', async (_, words, env, says) => {
  const { code, out, err } = await run([folderOf(made(4)), ...words], env)
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err).toMatch(says)
  expect(err).not.toMatch(/^\s+at /m)
})
