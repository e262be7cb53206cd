/** The field of a form by which somebody chooses what kind of talk to hold, and how long. */
import { stagesIn } from '../flow/cut.ts'
import type { CutOutline, FlowOutline } from '../flow/outline.ts'
import type { Field } from '../platform/card.ts'
import type { Words } from '../words/words.ts'
import { type Bank, flowIds, type Outline, outlineOf } from './library.ts'
import { permitted } from './team.ts'
import { PRESETS } from './wish.ts'

/** Lengths in minutes at which a whole interview is offered beside its own. */
const LENGTHS = [30, 60]

type Asked = Readonly<Record<string, string>>

/** Whole interviews, a sprint for each stage, a warm-up: of those that the lists permit, what was `asked` for as preset. */
export const formatField = (
  bank: Bank,
  asked: Asked,
  { startForm: says }: Words,
  ...lists: (readonly string[])[]
): Field => {
  const outline = outlineOf(bank)
  const may = permitted(flowIds(bank), ...lists)
  const isOffered = ({ id }: { id: string }): boolean => may.length === 0 || may.includes(id)
  const choices = [
    ...outline.flows.filter(isOffered).flatMap((flow) => lengthsOf(flow, asked.minutes, says)),
    ...outline.cuts.filter(isOffered).flatMap((cut) => partsOf(cut, outline, says)),
  ]
  return { name: 'flow', label: says.format, choices, preset: presetOf(choices, asked) ?? PRESETS.flow }
}

type Choice = { value: string; label: string }
type Says = Words['startForm']

const lengthsOf = (
  { id, title, minutes, bounds }: FlowOutline,
  liked: string | undefined,
  says: Says,
): Choice[] => {
  const others = [...LENGTHS, Number(liked)].filter(
    (one) => Number.isInteger(one) && one >= bounds.least && one <= bounds.most && one !== minutes,
  )
  const format = id === PRESETS.flow ? says.whole : title
  // Each says how long, so that what is chosen goes before what the person likes.
  return [minutes, ...[...new Set(others)].sort((a, b) => a - b)].map((one) => ({
    value: `${id}:${one}`,
    label: says.length({ format, minutes: one }),
  }))
}

const partsOf = (cut: CutOutline, { flows }: Outline, says: Says): Choice[] => {
  const { id, title, minutes, take } = cut
  const name = says.length({ format: title, minutes })
  if (take === 'one-criterion') return [{ value: id, label: `${name}: ${says.question}` }]
  const base = flows.find((flow) => flow.id === cut.cut)
  const stages = stagesIn(cut, base ?? { stages: [] })
  return stages.map((stage) => ({ value: `${id}:${stage.id}`, label: `${name}: ${stage.title}` }))
}

/** The choice that comes nearest to what was asked for. */
const presetOf = (
  choices: readonly Choice[],
  { flow = PRESETS.flow, focus, minutes }: Asked,
): string | undefined => {
  const wanted = [`${flow}:${focus}`, `${flow}:${minutes}`, flow]
  const found = wanted.find((value) => choices.some((choice) => choice.value === value))
  return found ?? (choices.find(({ value }) => value.startsWith(`${flow}:`)) ?? choices[0])?.value
}
