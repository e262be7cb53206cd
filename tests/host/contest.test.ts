/** A verdict that is contested: through the front door, with a model and without one. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Case, Grader } from '../../src/grader/grader.ts'
import type { Kept } from '../../src/host/contests.ts'
import { contestsIn } from '../../src/host/contests.ts'
import { keys } from '../../src/host/record.ts'
import type { Mark } from '../../src/interview/verdict.ts'
import type { Memory } from '../../src/memory/memory.ts'
import { DAY, type House, house, type Options, QUIET } from './house.ts'
import { type Person, person } from './person.ts'

const C1 = 'chat:T1/C1'
const WORDS = 'The goal is fewer complaints about pelicans.'
const REASON = 'I named the flamingo goal.'

let home: House
let mia: Person
let thread: string
let memory: Memory
/** Those of the house, read anew when its process starts again. */
let options: Options
beforeEach(() => open())
afterEach(() => home.close())

const open = async (more: Options = {}): Promise<void> => {
  options = {
    ...more,
    memory: (inner) => {
      memory = inner
      return inner
    },
  }
  home = await house(options)
  mia = person(home, 'T1/mia')
}

/** An interview of hers that is over, with one answer. */
const held = async (place = C1): Promise<string> => {
  thread = await mia.start(place)
  await mia.say(thread, WORDS)
  await home.pass(QUIET)
  await mia.finish(thread)
  return thread
}

type Model = Grader & { cases: Case[]; says: Mark | 'nothing'; wakes?: () => void }

/** A judge that is far away and sees each thing as it is told to. */
const model = (): Model => {
  const it: Model = {
    by: 'model 1',
    local: false,
    cases: [],
    says: 'nothing',
    judge: async (task) => {
      it.cases.push(task)
      const { says } = it
      if (says === 'nothing') throw new Error('The line is dead.')
      const quote = says === 0 ? '' : (task.answers[0]?.text ?? '')
      const verdicts = task.criteria.map(({ id }) => ({ criterion: id, verdict: says, quote }))
      return { verdicts, flags: [], by: it.by, assessed: true }
    },
  }
  return it
}

const verdict = async (): Promise<Mark> =>
  (await home.report(thread)).points.find(({ criterion }) => criterion === 'CL1')?.verdict ?? 0
const contested = async () => (await home.report(thread)).contested
const hers = () => mia.sees(thread).filter(({ tone }) => tone === 'answer')

describe('without a model', () => {
  test('it is marked, for its person alone, and counts as it did', async () => {
    await held()
    const before = await verdict()
    const seen = home.chat.posts.length
    await mia.command(thread, `contest cl1 ${REASON}`)
    expect(home.chat.posts).toHaveLength(seen + 1)
    expect(mia.last(thread)).toMatchObject({ only: mia.id, tone: 'answer' })
    expect(mia.last(thread).text).toMatch(
      /^CL1 \(.+\) is marked as contested.* judged by lexical .* once a model is configured here: `\/mlsd report`/,
    )
    expect(await contested()).toMatchObject([
      { criterion: 'CL1', verdict: before, reason: REASON, again: null, pending: false },
    ])
    await mia.command(thread, 'report')
    expect(mia.last(thread).text).toContain(`Contested: ${REASON}`)
    expect(await verdict()).toBe(before)
  })

  test('a later reason takes the place of the one before, cleaned of what cannot be seen', async () => {
    await held()
    await mia.command(thread, `contest CL1 ${REASON}`)
    await mia.say(thread, '/mlsd dispute CL1 Look\u0000\u202e at   the\nfirst sentence.')
    expect((await contested()).map(({ reason }) => reason)).toEqual(['Look at the first sentence.'])
  })

  test.each([
    [
      'contest ZZ9 no',
      /^There is no criterion `ZZ9` in this interview. These have a verdict:\n- Clarify.*: CL1/,
    ],
    ['contest cl77 no', /^There is no criterion `cl77` in this interview. Near it are: CL1 \(/],
    ['contest `#`|<@x> no', /^There is no criterion `# \|<@x>`/],
    ['contest CM3 no', /^CM3 .* measured from the course of the talk/],
    ['contest DT1 no', /^DT1 .* did not reach the stage Details/],
    [`contest CL1 ${'long '.repeat(120)}`, /^The reason has 599 characters; 500 are the most/],
    ['contest CL1 "\u0007"', /^Say in a sentence why/],
  ])('"%s" is refused with what to do, and marks nothing', async (line, says) => {
    await held()
    await mia.command(thread, line)
    expect(mia.last(thread)).toMatchObject({ only: mia.id, text: expect.stringMatching(says) })
    expect(await contested()).toEqual([])
    expect(await contestsIn(memory)).toEqual([])
  })

  test('what is left out is asked for', async () => {
    await held()
    await mia.mention(thread, 'contest CL1')
    expect(mia.last(thread).text).toContain('needs why the verdict is wrong')
    await mia.mention(thread, 'contest')
    expect(mia.last(thread).text).toContain('needs which criterion')
  })
})

describe('which interview is meant', () => {
  test('one that is not over says, to its person alone, when a verdict can be contested', async () => {
    thread = await mia.start(C1)
    await mia.command(thread, `contest CL1 ${REASON}`)
    const { only, text } = mia.last(thread)
    expect(only).toBe(mia.id)
    expect(text).toMatch(/^Verdicts come with the report, at the end.*`\/mlsd contest`/)
    await mia.press(thread, 'End')
    await mia.command(thread, `contest CL1 ${REASON}`)
    expect(mia.last(thread).text).toBe(text)
    await mia.press(thread, 'Skip')
    expect(await contested()).toEqual([])
  })

  test('elsewhere it is the latest that is over, also while another one runs', async () => {
    await held('chat:T1/C4')
    await held()
    const running = await mia.start('chat:T1/C2')
    await mia.command('chat:T1/C3', `contest CL1 ${REASON}`)
    expect(hers().at(-1)?.text).toContain('is marked as contested')
    expect(mia.last('chat:T1/C3').text).toContain('Passed on to your interview')
    expect(await contested()).toHaveLength(1)
    await mia.command(running, `contest CL1 ${REASON}`)
    expect(mia.last(running).text).toContain('Verdicts come with the report')
  })

  test('of nobody who had none, it says so', async () => {
    await mia.command(C1, `contest CL1 ${REASON}`)
    expect(mia.last(C1).text).toContain('No interview runs here')
  })

  test("somebody else's is not theirs, nor is one in which they asked", async () => {
    await held()
    const noor = person(home, 'T1/noor')
    await noor.command(thread, `contest CL1 ${REASON}`)
    expect(noor.last(thread)).toMatchObject({ only: noor.id })
    expect(noor.last(thread).text).toContain("somebody else's interview")
    expect(await contested()).toEqual([])
    const { id } = await home.held(thread)
    await home.hear({
      ...{ type: 'press', command: 'contest', args: { criterion: 'CL1', reason: REASON, interview: id } },
      ...{ person: noor.id, place: noor.direct, id: 'forged', at: home.now(), alone: true },
    })
    await home.settled()
    expect(noor.last(noor.direct).text).toContain('You have no interview')
    expect(await contested()).toEqual([])
    expect(await contestsIn(memory)).toEqual([])
  })
})

test('between two people it is the candidate who contests, and not who asked', async () => {
  const noor = person(home, 'T1/noor')
  await mia.command(C1, `peer ${noor.id} late-parcels`)
  await noor.press(noor.direct, 'Accept')
  thread = home.chat.posts.find(({ heads }) => heads === C1)?.place ?? ''
  await mia.say(thread, WORDS)
  await mia.press(thread, 'End')
  await mia.press(thread, 'Skip')
  await home.pass(DAY + 1)
  await noor.command(thread, `contest CL1 ${REASON}`)
  expect(noor.last(thread).text).toContain('That is for the candidate to ask for.')
  expect(await contested()).toEqual([])
  await noor.command('chat:T1/C3', `contest CL1 ${REASON}`)
  expect(noor.last('chat:T1/C3').text).toContain('No interview runs here')
  await mia.command(thread, `contest CL1 ${REASON}`)
  expect(mia.last(thread)).toMatchObject({
    only: mia.id,
    text: expect.stringContaining('marked as contested'),
  })
  expect(await contested()).toHaveLength(1)
  expect(JSON.stringify(noor.sees(noor.direct))).not.toContain(REASON)
})

describe('with a model', () => {
  let far: Model
  beforeEach(async () => {
    await home.close()
    far = model()
    await open({ grader: far })
    await held()
    // It failed as the interview was graded, so that the stand-in judged.
    home.troubles.splice(0)
    far.cases.length = 0
  })

  test('the criterion alone is judged again from the words of the talk, and the scores are new', async () => {
    far.says = 2
    const before = await verdict()
    const S = (await home.report(thread)).levels[0]?.S ?? 0
    await mia.command(thread, `contest CL1 ${REASON}`)
    expect(far.cases).toHaveLength(1)
    const [task] = far.cases
    expect(task?.criteria.map(({ id }) => id)).toEqual(['CL1'])
    expect(task?.answers.map(({ text }) => text)).toEqual([WORDS])
    expect(JSON.stringify(task?.answers)).not.toContain('flamingo')
    const [first, second] = hers().slice(-2)
    expect(first?.text).toContain('model 1 judges it again')
    expect(second).toMatchObject({ only: mia.id })
    expect(second?.text).toMatch(
      /^CL1 .* was judged again by model 1: (not heard|partial) -> clear\.\s+> The goal/,
    )
    expect([before < 2, await verdict()]).toEqual([true, 2])
    const after = await home.report(thread)
    expect(after.levels[0]?.S ?? 0).toBeGreaterThanOrEqual(S)
    expect(after.versions.grader).toContain('model 1')
    await mia.command(thread, 'report')
    expect(mia.last(thread).text).toMatch(/contested; judged again by model 1: (not heard|partial) -> clear/)
    expect(far.cases).toHaveLength(1)
  })

  test('the history tells what it comes to now, and since when it is over is left', async () => {
    const taken = async () =>
      (await memory.load<{ interviews: { ended: number; outcome: string }[] }>(keys.learner(mia.id)))?.value
        .interviews[0]
    const before = await taken()
    await home.pass(60_000)
    far.says = 2
    await mia.command(thread, `contest CL1 ${REASON}`)
    const { band } = (await home.report(thread)).levels[0] ?? {}
    expect(await taken()).toMatchObject({ ended: before?.ended, outcome: band ?? 'no band' })
  })

  test('what it says the same is told to stand', async () => {
    far.says = await verdict()
    await mia.command(thread, `contest CL1 ${REASON}`)
    expect(mia.last(thread).text).toContain('it stands')
    await mia.command(thread, 'report')
    expect(mia.last(thread).text).toContain('contested; judged again by model 1: stands')
  })

  test('a failure leaves the mark, and the next report asks once more', async () => {
    await mia.command(thread, `contest CL1 ${REASON}`)
    expect(home.troubles.splice(0)).toEqual([expect.stringContaining('The line is dead.')])
    expect(mia.last(thread).text).toMatch(
      /could not be judged again. It stays contested, and `\/mlsd report`/,
    )
    expect(await contested()).toMatchObject([{ again: null, pending: false }])
    far.says = 2
    await mia.command(thread, 'report')
    expect(mia.last(thread).text).toContain('was judged again by model 1')
    expect(await contested()).toMatchObject([{ again: { verdict: 2 } }])
  })

  const triedAgain = async (): Promise<void> => {
    await mia.command(thread, 'retry clarify')
    await mia.say(thread, 'The goal is that herons are fed.')
    await home.pass(QUIET)
  }

  test('only the talk itself is judged again, whatever was tried again since', async () => {
    await mia.command(thread, `contest CL1 ${REASON}`)
    const [{ answers, given } = { answers: [], given: [] }] = far.cases.splice(0)
    await triedAgain()
    await mia.command(thread, 'end')
    far.cases.length = 0
    home.troubles.splice(0)
    far.says = 2
    await mia.command(thread, 'report')
    expect(far.cases).toMatchObject([{ answers, given }])
    expect(given.length).toBeGreaterThan(1)
  })

  test('only the talk itself is judged again, also while a stage is tried again', async () => {
    const judge = far.judge
    far.judge = () => new Promise(() => {})
    await mia.command(thread, `contest CL1 ${REASON}`)
    await triedAgain()
    far.judge = judge
    far.says = 2
    await home.restart()
    await home.pass(60_000)
    const again = far.cases.filter(({ criteria }) => criteria.map(({ id }) => id).join() === 'CL1')
    expect(again.map(({ answers }) => answers.map(({ text }) => text))).toEqual([[WORDS]])
    home.troubles.splice(0)
  })

  test('words that nobody said earn nothing from it either', async () => {
    far.judge = async ({ criteria }) => ({
      verdicts: criteria.map(({ id }) => ({ criterion: id, verdict: 2, quote: 'I said it all.' })),
      ...{ flags: [], by: far.by, assessed: true },
    })
    await mia.command(thread, `contest CL1 ${REASON}`)
    expect(await verdict()).toBe(0)
  })

  test('a verdict of its own is not judged a second time', async () => {
    far.says = 1
    const place = await held('chat:T1/C2')
    far.cases.length = 0
    await mia.command(place, `contest CL1 ${REASON}`)
    expect(mia.last(place).text).toContain('A model has judged it, which is not asked a second time.')
    expect(far.cases).toEqual([])
  })

  test('a process that dies as it is asked leaves it to the next one, which tells it once', async () => {
    let dies = true
    const judge = far.judge
    far.says = 2
    far.judge = (task) => {
      if (!dies) return judge(task)
      dies = false
      return new Promise(() => {})
    }
    await mia.command(thread, `contest CL1 ${REASON}`)
    expect(await contested()).toMatchObject([{ pending: true }])
    await home.restart()
    await home.pass(60_000)
    expect(hers().filter(({ text }) => text.includes('was judged again'))).toHaveLength(1)
    expect(await verdict()).toBe(2)
  })

  test('an outcome is not asked of a judge that has no model any more', async () => {
    const judge = far.judge
    far.judge = () => new Promise(() => {})
    await mia.command(thread, `contest CL1 ${REASON}`)
    const { grader: _, ...without } = options
    Object.assign(options, without, { grader: undefined })
    await home.restart()
    await home.pass(60_000)
    expect(home.troubles.splice(0)).toEqual([expect.stringContaining('No model is configured any more')])
    expect(await contested()).toMatchObject([{ again: null, pending: false }])
    far.judge = judge
  })
})

test.each(['report', 'report ID'])('a model that comes later takes up what waits: %s', async (line) => {
  await held()
  await mia.command(thread, `contest CL1 ${REASON}`)
  const far = model()
  far.says = 2
  options.grader = far
  await home.restart()
  const { id } = await home.held(thread)
  await mia.command(line === 'report' ? thread : C1, line.replace('ID', id))
  expect(far.cases).toHaveLength(1)
  expect(await contested()).toMatchObject([{ again: { by: 'model 1', verdict: 2 } }])
  expect(hers().at(-1)?.text).toContain('was judged again by model 1')
})

describe('what is kept of it', () => {
  const kept = (): Promise<readonly Kept[]> => contestsIn(memory)

  test('is one entry of each contested verdict, without whose it is', async () => {
    await held()
    await mia.command(thread, `contest CL1 ${REASON}`)
    await mia.command(thread, 'contest CL1 Another reason.')
    const [entry, ...more] = await kept()
    expect(more).toEqual([])
    expect(entry).toMatchObject({
      ...{ criterion: 'CL1', problem: 'late-parcels', stage: 'clarify', reason: 'Another reason.' },
      ...{ verdict: await verdict(), by: expect.stringMatching(/^lexical/), at: home.now() },
    })
    expect(JSON.stringify(entry)).not.toContain('mia')
    const far = model()
    far.says = 2
    options.grader = far
    await home.restart()
    await mia.command(thread, 'report')
    expect(await kept()).toMatchObject([{ verdict: entry?.verdict, outcome: { verdict: 2, by: 'model 1' } }])
  })

  test('is bounded: the oldest goes', async () => {
    await held()
    const old = (n: number) => ({
      ...{ interview: `i${n}`, criterion: 'CL1', problem: 'p', stage: 'clarify', verdict: 0, quote: '' },
      ...{ reason: `${n}`, at: n, by: 'x 1' },
    })
    await memory.save(
      keys.contested(),
      Array.from({ length: 1_000 }, (_, n) => old(n)),
      0,
    )
    await mia.command(thread, `contest CL1 ${REASON}`)
    const all = await kept()
    expect(all).toHaveLength(1_000)
    expect([all[0]?.reason, all.at(-1)?.reason]).toEqual(['1', REASON])
  })

  test('is in the export of its person, and goes with what is forgotten, that of others stays', async () => {
    await held()
    await mia.command(thread, `contest CL1 ${REASON}`)
    const noor = person(home, 'T1/noor')
    const other = await noor.start('chat:T1/C2')
    await noor.finish(other)
    await noor.command(other, 'contest CL1 Words of Noor.')
    await mia.command(C1, 'export')
    const [json = '', markdown = ''] = (mia.last(C1).attachments ?? []).map((file) =>
      'text' in file ? file.text : '',
    )
    expect(JSON.parse(json).interviews[0].contested).toMatchObject([{ criterion: 'CL1', reason: REASON }])
    expect(markdown).toContain(REASON)
    expect(json).not.toContain('Words of Noor')
    await mia.command(C1, 'forget --sure yes')
    expect((await kept()).map(({ reason }) => reason)).toEqual(['Words of Noor.'])
    expect(home.stored()).not.toContain('flamingo')
  })
})
