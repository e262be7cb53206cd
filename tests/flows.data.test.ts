/** A new flow or problem is tested by standing in its folder. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkFlow } from '../src/flow/check.ts'
import { cutOut, fociOf } from '../src/flow/cutting.ts'
import { type Flow, Flow as Shape } from '../src/flow/flow.ts'
import { cutOutline, flowOutline, kindOf, problemOutline } from '../src/flow/outline.ts'
import { parseCut, parseFlow, parseProblem } from '../src/flow/parse.ts'
import type { Problem } from '../src/flow/problem.ts'
import { evaluate } from '../src/numbers/arithmetic.ts'

const FLOWS = new URL('../flows/', import.meta.url)
const PROBLEMS = new URL('problems/', FLOWS)

const files = (folder: URL): string[] => readdirSync(folder).filter((name) => /\.ya?ml$/.test(name))
const read = (folder: URL, name: string): string => readFileSync(new URL(name, folder), 'utf8')
const kinds = Object.groupBy(files(FLOWS), (name) => kindOf(read(FLOWS, name)))
const { flow: whole = [], cut: cuts = [], problem: neither = [] } = kinds

const MAIN = parseFlow(read(FLOWS, 'mlsd.yaml'), 'flows/mlsd.yaml')
const BASES = new Map([[MAIN.id, MAIN]])
const problemOf = (name: string): Problem =>
  parseProblem(read(PROBLEMS, name), `flows/problems/${name}`, MAIN)
const all = files(PROBLEMS).map(problemOf)
const idOf = (name: string): string => name.replace(/\.ya?ml$/, '')

describe('flows', () => {
  it('are there, the framework of the house and its cuts among them', () => {
    expect(whole).toContain('mlsd.yaml')
    expect(cuts).toEqual(expect.arrayContaining(['sprint.yaml', 'warmup.yaml']))
    expect(neither).toEqual([])
  })

  it.each(whole)('%s has no fault, goes by its file name, and a menu reads its head alone', (name) => {
    const text = read(FLOWS, name)
    const { id, title, minutes, bounds, stages } = parseFlow(text, `flows/${name}`)
    expect(id).toBe(idOf(name))
    const named = stages.map(({ id, title }) => ({ id, title }))
    expect(flowOutline(text)).toEqual({ id, title, minutes, bounds, stages: named })
  })

  it.each(cuts)('%s has no fault, goes by its file name, and repeats nothing of its flow', (name) => {
    const text = read(FLOWS, name)
    const cut = parseCut(text, `flows/${name}`, BASES)
    expect(cut.id).toBe(idOf(name))
    expect(cutOutline(text)).toMatchObject({ id: cut.id, take: cut.take })
    expect(text.length).toBeLessThan(1_500)
  })
})

describe.each(cuts)('%s, cut for every focus, level and problem', (name) => {
  const cut = parseCut(read(FLOWS, name), `flows/${name}`, BASES)
  const foci = fociOf(cut, MAIN)

  it.each([...foci.stages, ...foci.criteria])('%s is a whole flow without a fault', (focus) => {
    for (const problem of all) {
      const held = cutOut(cut, MAIN, { focus, level: 'mid', problem, seed: problem.id }) as Flow
      expect(checkFlow(held)).toEqual([])
      const { part, ...plain } = held
      expect(Shape.parse(plain)).toEqual(plain)
      expect(part).toEqual({ of: `${MAIN.id} ${MAIN.version}`, take: cut.take })
      const words = `${problem.opening} ${held.stages[0]?.opening}`.split(/\s+/).length
      expect(words, `${problem.id} ${focus}`).toBeLessThanOrEqual(60)
    }
  })
})

/** What leans on words, figures or drawings that came before, of which a talk that just begins has none. */
const LEANING =
  /\byou (?:have |just |were )*(?:mentioned|listed|described|drew|drawn|told|named)\b|\bthese figures\b|\b(?:the|such a|your) ranking\b|\bthat (?:box|piece|choice|part|column)\b|\byour (?:drawing|sketch|boxes|number|picture|plan)\b|\bmeasure instead\b|\bthis model\b|\bmade you pick\b|\bwe have talked\b|\b(?:let us|now) turn\b|\bnow the\b|\bwhich of (?:these|your boxes)\b/i

/** What points back to the sentence before it leans on nothing outside. */
const WITHIN = /[.,]\s.*\b(?:that (?:column|choice)|which of these)\b/i

describe('a question that opens a talk', () => {
  const openings = cuts.flatMap((name) => {
    const cut = parseCut(read(FLOWS, name), `flows/${name}`, BASES)
    const { stages, criteria } = fociOf(cut, MAIN)
    const seeds = cut.take === 'one-stage' ? [''] : ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
    const none = { probes: [] }
    return (cut.take === 'one-stage' ? stages : criteria).flatMap((focus) =>
      seeds.map((seed) => ({
        focus,
        held: cutOut(cut, MAIN, { focus, level: 'staff', problem: none, seed }),
      })),
    )
  })

  it('leans on nothing that was said before it', () => {
    const leaning = openings.filter(({ held }) => LEANING.test(held?.stages[0]?.opening ?? ''))
    expect(openings.length).toBeGreaterThan(400)
    expect(leaning.map(({ focus, held }) => `${focus}: ${held?.stages[0]?.opening}`)).toEqual([])
  })

  it('of a problem leans on nothing either', () => {
    const own = all.flatMap((problem) => {
      const asked = new Set(problem.probes.map(({ criterion }) => criterion))
      return cuts.flatMap((name) => {
        const cut = parseCut(read(FLOWS, name), `flows/${name}`, BASES)
        if (cut.take === 'one-stage') return []
        return fociOf(cut, MAIN)
          .criteria.filter((id) => asked.has(id))
          .map(
            (focus) =>
              cutOut(cut, MAIN, { focus, level: 'staff', problem, seed: '' })?.stages[0]?.opening ?? '',
          )
      })
    })
    expect(own.length).toBeGreaterThan(200)
    expect(own.filter((opening) => LEANING.test(opening) && !WITHIN.test(opening))).toEqual([])
    expect(
      own.filter((opening) => /\bdid you (?:consider|weigh|turn|look)\b|\bthan yours\b/.test(opening)),
    ).toEqual([])
  })

  it('is followed by one that may', () => {
    const further = openings.flatMap(
      ({ held }) => held?.stages[0]?.criteria.flatMap(({ probes }) => probes.slice(1)) ?? [],
    )
    expect(further.some((one) => LEANING.test(one))).toBe(true)
  })
})

describe('problems', () => {
  it('are twenty, each with an id and a title of its own', () => {
    expect(all).toHaveLength(20)
    expect(new Set(all.map(({ id }) => id)).size).toBe(20)
    expect(new Set(all.map(({ title }) => title)).size).toBe(20)
  })
})

describe.each(files(PROBLEMS))('%s', (name) => {
  const problem = problemOf(name)

  it('goes by its file name, and a menu reads its head alone', () => {
    expect(problem.id).toBe(idOf(name))
    expect(problemOutline(read(PROBLEMS, name))).toMatchObject({ id: problem.id, title: problem.title })
  })

  it('holds enough to be asked, and enough to lead with', () => {
    expect(problem.facts.length).toBeGreaterThanOrEqual(12)
    expect(new Set(problem.facts.map(({ says }) => says)).size).toBe(problem.facts.length)
    expect(problem.traps.length).toBeGreaterThanOrEqual(3)
    expect(problem.mustReach).toHaveLength(3)
    const probed = new Set(problem.probes.map(({ stage }) => stage))
    expect(MAIN.stages.map(({ id }) => id).filter((id) => !probed.has(id))).toEqual([])
    expect(Object.keys(problem.levels).toSorted()).toEqual(['junior', 'mid', 'senior', 'staff'])
    expect(problem.twist).toBeDefined()
  })

  it('has figures that come out of their derivations', () => {
    expect(problem.checks.length).toBeGreaterThanOrEqual(6)
    for (const { id, derivation, value, tolerance } of problem.checks) {
      const { value: computed = Number.NaN } = evaluate(derivation)
      expect(Math.abs(computed - value), id).toBeLessThanOrEqual(Math.abs(value) * tolerance)
    }
  })
})
