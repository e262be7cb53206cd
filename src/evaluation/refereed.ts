/** Labelled sentences for the referee: their shape, and how far what it finds agrees with what was to be found. */
import { z } from 'zod'
import { readDocument } from '../flow/document.ts'
import { type Finding, type Ground, KINDS, type Kind } from '../numbers/referee/finding.ts'
import { referee } from '../numbers/referee/referee.ts'
import { percent, tableOf } from './table.ts'

const text = z.string().trim().min(1)
const kinds = z.string().regex(new RegExp(`^(?:${KINDS.join('|')})(?:\\|(?:${KINDS.join('|')}))*$`))

/** One thing that is to be said: `kind` may be several, `a|b`, where each is fair. */
const Label = z.strictObject({ kind: kinds, quote: text, check: text.optional() })
type Label = z.infer<typeof Label>

const Sentence = z.strictObject({
  id: text,
  problem: text,
  says: z.string().min(1),
  finds: z.array(Label).default([]),
  may: z.array(Label).default([]),
  why: text.optional(),
})
export type Sentence = z.infer<typeof Sentence>

const Sentences = z.strictObject({ heldOut: z.boolean().default(false), sentences: z.array(Sentence).min(1) })
export type Sentences = z.infer<typeof Sentences>

/** Reads a file of sentences; throws an Error that names the file and the first fault. */
export const parseSentences = (yaml: string, file: string): Sentences => {
  const { value, findings, lineOf } = readDocument(yaml)
  const [broken] = findings
  if (broken) throw new Error(`${file}:${broken.line}: ${broken.says}; ${broken.mend}`)
  const shape = Sentences.safeParse(value)
  if (!shape.success) {
    const [issue] = shape.error.issues
    const path = (issue?.path ?? []).filter((part) => typeof part !== 'symbol')
    throw new Error(`${file}:${lineOf(path)}: ${issue?.message ?? 'it has another shape'}`)
  }
  for (const [at, { says, finds, may }] of shape.data.sentences.entries())
    for (const { quote } of [...finds, ...may])
      if (!says.includes(quote))
        throw new Error(
          `${file}:${lineOf(['sentences', at])}: "${quote}" does not stand in the sentence; quote it verbatim`,
        )
  return shape.data
}

/** How many findings were right and how many not, and how many labels were not found. */
export type Tally = { right: number; wrong: number; missed: number }

/** What came of one sentence. */
export type Refereed = { id: string; quiet: boolean; found: Finding[]; wrong: Finding[]; missed: Label[] }

/** Holds the referee's findings against the labels; a problem that is not known has neither checks nor facts. */
export const refereed = (
  sentences: readonly Sentence[],
  grounds: ReadonlyMap<string, Ground>,
): { sentences: Refereed[]; all: Tally; accusations: Tally; kinds: Record<Kind, Tally> } => {
  const byKind = Object.fromEntries(KINDS.map((kind) => [kind, tally()])) as Record<Kind, Tally>
  const out = sentences.map((sentence): Refereed => {
    const found = referee(sentence.says, grounds.get(sentence.problem) ?? { checks: [], facts: [] })
    const { hits, wrong, missed } = matched(sentence, found)
    for (const { kind } of hits) byKind[kind].right += 1
    for (const { kind } of wrong) byKind[kind].wrong += 1
    for (const { kind } of missed) byKind[kind.split('|')[0] as Kind].missed += 1
    return { id: sentence.id, quiet: sentence.finds.length === 0, found, wrong, missed }
  })
  const accusing = KINDS.filter((kind) => kind !== 'right')
  return {
    sentences: out,
    all: total(KINDS.map((kind) => byKind[kind])),
    accusations: total(accusing.map((kind) => byKind[kind])),
    kinds: byKind,
  }
}

/** Share of findings that are right, and of labels that were found; null where there are none. */
export const sharesOf = ({
  right,
  wrong,
  missed,
}: Tally): { precision: number | null; recall: number | null } => ({
  precision: right + wrong === 0 ? null : right / (right + wrong),
  recall: right + missed === 0 ? null : right / (right + missed),
})

/** The table that `mlsd eval --referee` prints for one set. */
export const refereeTable = (result: ReturnType<typeof refereed>): string => {
  const row = (name: string, one: Tally): (string | number)[] => {
    const { precision, recall } = sharesOf(one)
    return [name, ...[one.right, one.wrong, one.missed].map(String), percent(precision), percent(recall)]
  }
  return tableOf(
    ['', 'found', 'false', 'missed', 'precision', 'recall'],
    [
      row('all', result.all),
      row('accusations', result.accusations),
      ...KINDS.map((kind) => row(kind, result.kinds[kind])),
    ],
  )
}

const tally = (): Tally => ({ right: 0, wrong: 0, missed: 0 })

const total = (all: readonly Tally[]): Tally =>
  all.reduce(
    (sum, one) => ({
      right: sum.right + one.right,
      wrong: sum.wrong + one.wrong,
      missed: sum.missed + one.missed,
    }),
    tally(),
  )

const matched = ({ says, finds, may }: Sentence, found: readonly Finding[]) => {
  const open = new Set(finds)
  const hits: Finding[] = []
  const wrong: Finding[] = []
  for (const finding of found) {
    const label = [...open].find((one) => fits(says, one, finding))
    if (label) {
      open.delete(label)
      hits.push(finding)
    } else if (!may.some((one) => fits(says, one, finding))) wrong.push(finding)
  }
  return { hits, wrong, missed: [...open] }
}

/** Whether a finding is what a label asks for: its kind, its check where both name one, and a quote that overlaps. */
const fits = (says: string, { kind, quote, check }: Label, finding: Finding): boolean => {
  if (!kind.split('|').includes(finding.kind)) return false
  if (check !== undefined && finding.check !== undefined && check !== finding.check) return false
  for (let at = says.indexOf(quote); at >= 0; at = says.indexOf(quote, at + 1))
    if (at < finding.end && finding.start < at + quote.length) return true
  return false
}
