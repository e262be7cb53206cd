/** A problem as a prompt tells it: what is public, and what is held back. */
import type { Problem } from '../flow/problem.ts'
import { fenced } from './fence.ts'

/** What the candidate was told; an own scenario is told in the candidate's words and fenced like all of them. */
export const opening = ({ id, opening }: Problem, mark: string): string =>
  id === OWN ? fenced([{ label: 'candidate, the scenario', text: opening }], mark, MOST) : opening

/** What is told when it is asked for, each with its key. */
export const facts = ({ facts }: Problem): string =>
  facts.length === 0
    ? 'None are held: whatever is asked for, the candidate may assume.'
    : listed(facts.map(({ id, says }) => `${id}: ${says}`))

/** What the best answers come to, typical mistakes and figures that follow: held back from the candidate. */
export const held = ({ mustReach, traps, checks }: Problem): string =>
  listed([
    ...mustReach.map(({ criterion, says }) => `Reached by the best (${criterion}): ${says}`),
    ...traps.map(({ criterion, says }) => `Mistake (${criterion}): ${says}`),
    ...checks.map(({ asks, value, unit }) => `Figure: ${asks} ${value} ${unit}`),
  ])

/** Questions made for this problem, and what it asks of each level. */
export const guidance = ({ probes, levels }: Problem): string =>
  listed([
    ...probes.map(({ stage, criterion, asks }) => `Question (${stage}, ${criterion}): ${asks}`),
    ...Object.entries(levels).map(([level, says]) => `Of ${level}: ${says}`),
  ])

const OWN = 'own-scenario'

/** Characters of an own scenario that are shown. */
const MOST = 4_000

const listed = (lines: readonly string[]): string =>
  lines.length === 0 ? 'None.' : lines.map((line) => `- ${line}`).join('\n')
