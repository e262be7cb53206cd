/** The pictures of a report: which there are, what they hold, and that a report never waits for one in vain. */
import { describe, expect, test } from 'vitest'
import { draw } from '../../src/chart/chart.ts'
import { libraryOf } from '../../src/host/library.ts'
import { drawnOf, picturesOf } from '../../src/host/pictures.ts'
import { heldAt } from '../../src/host/places.ts'
import { reportCard } from '../../src/host/reporting.ts'
import type { Draw } from '../../src/host/world.ts'
import { type Report, reportOf } from '../../src/interview/report.ts'
import type { Memory } from '../../src/memory/memory.ts'
import type { Attachment } from '../../src/platform/card.ts'
import { SMALL_FLOW, SMALL_PROBLEM } from '../flow/small.ts'
import { full, told } from '../interview/told.ts'
import { chat } from './chat.ts'
import { house, QUIET } from './house.ts'
import { person } from './person.ts'

const inLight: Draw = (picture, language) => draw(picture, 'light', language)
const PNG = [0x89, 0x50, 0x4e, 0x47]
const whole = reportOf(told(full))
const german: Report = { ...whole, options: { ...whole.options, language: 'de' } }

/** Notes what is logged. */
const logged = () => {
  const lines: string[] = []
  return {
    lines,
    log: (level: string, what: string, more = {}) =>
      void lines.push([level, what, JSON.stringify(more)].join(' ')),
  }
}

const textIn = (files: readonly Attachment[], name: string): string => {
  const file = files.find((one) => one.name === name)
  return file !== undefined && 'text' in file ? file.text : ''
}

describe('what is pictured', () => {
  const [marks, pace] = picturesOf(whole)

  test('are the marks of each stage beside the bar of the level asked for', () => {
    expect(marks).toMatchObject({ name: 'marks', picture: { kind: 'scores', level: 'mid', most: 4 } })
    const shown = marks?.picture.kind === 'scores' ? marks.picture.marks : []
    expect(shown.map(({ mark }) => mark ?? null)).toEqual(whole.stages.map(({ mark }) => mark))
    expect(shown.map(({ name }) => name)).toEqual(whole.stages.map(({ title }) => title))
    expect(new Set(shown.map(({ bar }) => bar))).toEqual(new Set([3]))
  })

  test('and the minutes of each stage beside the plan', () => {
    expect(pace).toMatchObject({ name: 'pace', picture: { kind: 'pace' } })
    const shown = pace?.picture.kind === 'pace' ? pace.picture.stages : []
    expect(shown.map(({ spent }) => spent)).toEqual([5, 8, 1])
    expect(shown.map(({ planned }) => planned)).toEqual(
      whole.stages.map(({ plannedMinutes }) => plannedMinutes),
    )
  })

  test('is nothing where there is one stage, nothing was judged, or no time was spent', () => {
    const idle = whole.stages.map((stage) => ({ ...stage, mark: null, spentMinutes: 0 }))
    expect(picturesOf({ ...whole, stages: whole.stages.slice(0, 1) })).toEqual([])
    expect(picturesOf({ ...whole, stages: idle })).toEqual([])
    const unjudged = whole.stages.map((stage) => ({ ...stage, mark: null }))
    expect(picturesOf({ ...whole, stages: unjudged }).map(({ name }) => name)).toEqual(['pace'])
  })
})

describe('where files are shown', () => {
  test('they are PNG files that say what is seen, in the language of the talk', async () => {
    const { lines, log } = logged()
    for (const [report, says] of [
      [whole, 'Marks by stage and the bar for mid.'],
      [german, 'Wertungen nach Abschnitten, gemessen an der Stufe Mid.'],
    ] as const) {
      const files = await drawnOf({ log, draw: inLight }, report, { interview: 'i1', files: true })
      expect(files.map(({ name }) => name)).toEqual(['mlsd-i1-marks.png', 'mlsd-i1-pace.png'])
      for (const file of files) {
        expect(file.mime).toBe('image/png')
        expect('bytes' in file && [...file.bytes.subarray(0, 4)]).toEqual(PNG)
      }
      const [first] = files
      expect(first && 'alt' in first && first.alt).toContain(says)
    }
    expect(lines).toEqual([])
  })

  test('one that cannot be drawn is left out and logged, and the other is there', async () => {
    const { lines, log } = logged()
    const broken: Draw = (picture, language) =>
      picture.kind === 'pace' ? Promise.reject(new Error('no ink')) : inLight(picture, language)
    const files = await drawnOf({ log, draw: broken }, whole, { interview: 'i1', files: true })
    expect(files.map(({ name }) => name)).toEqual(['mlsd-i1-marks.png'])
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/^warn .*could not be drawn.*pace.*no ink/)
  })

  test('nothing is drawn, and nothing goes wrong, where nothing draws', async () => {
    const { lines, log } = logged()
    expect(await drawnOf({ log }, whole, { interview: 'i1', files: true })).toEqual([])
    expect(lines).toEqual([])
  })
})

describe('where no files are', () => {
  test('they are drawn in characters, and nothing draws images', async () => {
    const { lines, log } = logged()
    const never: Draw = () => Promise.reject(new Error('asked for an image'))
    const files = await drawnOf({ log, draw: never }, whole, { interview: 'i1', files: false })
    expect(files.map((file) => 'text' in file && file.drawn)).toEqual([true, true])
    for (const { title } of whole.stages) {
      expect(textIn(files, 'marks.txt')).toContain(title)
      expect(textIn(files, 'pace.txt')).toContain(title)
    }
    expect(textIn(files, 'marks.txt')).toContain('┃')
    expect(lines).toEqual([])
  })

  test('in the language of the talk', async () => {
    const files = await drawnOf(logged(), german, { interview: 'i1', files: false })
    expect(textIn(files, 'pace.txt')).toMatch(/^Zeit gegen Plan\n/)
    expect(textIn(files, 'marks.txt')).toContain('Stufe Mid')
  })

  test('a stage that took longer than can be drawn costs its picture, not the report', async () => {
    const { lines, log } = logged()
    const stages = whole.stages.map((stage) => ({ ...stage, spentMinutes: 1e9 }))
    const files = await drawnOf({ log }, { ...whole, stages }, { interview: 'i1', files: false })
    expect(files.map(({ name }) => name)).toEqual(['marks.txt'])
    expect(lines).toHaveLength(1)
  })
})

test('the card of a stored interview carries them before the report as a file', async () => {
  const kept: Memory[] = []
  const home = await house({
    memory: (inner) => {
      kept.push(inner)
      return inner
    },
  })
  try {
    const mia = person(home, 'T1/mia')
    const thread = await mia.start('chat:T1/C1')
    await mia.say(
      thread,
      'The business goal is fewer complaints, because each of them costs 6 euros to handle.',
    )
    await home.pass(QUIET)
    await mia.finish(thread)
    const [memory] = kept
    const record = memory && (await heldAt(memory, thread))
    if (!record) throw new Error('nothing was held')
    const bank = {
      flows: new Map([['mlsd', { ...SMALL_FLOW, id: 'mlsd' }]]),
      cuts: new Map(),
      problems: new Map([[SMALL_PROBLEM.id, SMALL_PROBLEM]]),
    }
    const { log, lines } = logged()
    const place = chat().connect()
    const world = { memory, library: libraryOf(bank, memory), log, draw: inLight }
    const card = await reportCard({ ...world, platforms: new Map([['chat', place]]) }, record)
    expect(card.attachments?.map(({ mime }) => mime)).toEqual(['image/png', 'image/png', 'text/markdown'])
    const terminal = { ...place, limits: { ...place.limits, files: 'none here' } }
    const plain = await reportCard({ ...world, platforms: new Map([['chat', terminal]]) }, record)
    expect(plain.attachments?.map(({ mime }) => mime)).toEqual(['text/plain', 'text/plain'])
    expect(plain.text).toBe(card.text)
    expect(lines).toEqual([])
  } finally {
    await home.close()
  }
})
