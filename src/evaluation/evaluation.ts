/** All figures of one evaluation: agreement, tricks, repetition and steadiness, and what became of every answer. */
import { type Figures, figuresOf, mean } from './figures.ts'
import { LABELS, TRICKS, type Trick } from './labelled.ts'
import { assessed, type Outcome } from './outcome.ts'
import { PERTURBATIONS } from './perturbation.ts'

/** How one kind of trick fared; `mean` and `worst` are of those that were assessed. */
export type TrickFigures = {
  trick: Trick
  answers: number
  unassessed: number
  mean: number | null
  worst: { id: string; score: number } | null
}

/** How many answers had a verdict moved by a change that leaves the words as they are. */
export type Steadiness = { change: string; says: string; moved: string[]; share: number | null }

export type Evaluation = {
  /** Who judged, such as `lexical 1.0.0`. */
  by: string
  overall: Figures
  tuned: Figures
  heldOut: Figures
  stages: { stage: string; figures: Figures }[]
  problems: { problem: string; heldOut: boolean; figures: Figures }[]
  /** How many ordinary answers with each label (rows) were graded as each level (columns). */
  confusion: number[][]
  tricks: { answers: number; unassessed: number; mean: number | null; kinds: TrickFigures[] }
  /** The share of answers, among those graded twice, that the second grading judged exactly as the first. */
  repeat: { answers: number; share: number | null; differing: string[] }
  steadiness: Steadiness[]
  outcomes: Outcome[]
}

/** Adds up what became of all answers; stages come in the order given, problems in that of the outcomes. */
export const evaluationOf = (
  { by, outcomes }: { by: string; outcomes: Outcome[] },
  stages: readonly string[],
): Evaluation => ({
  by,
  overall: figuresOf(outcomes),
  tuned: figuresOf(outcomes.filter(({ heldOut }) => !heldOut)),
  heldOut: figuresOf(outcomes.filter(({ heldOut }) => heldOut)),
  stages: stages
    .map((stage) => ({ stage, figures: figuresOf(outcomes.filter((one) => one.stage === stage)) }))
    .filter(({ figures }) => figures.answers > 0),
  problems: [...Map.groupBy(outcomes, ({ problem }) => problem)].map(([problem, of]) => ({
    problem,
    heldOut: of.some(({ heldOut }) => heldOut),
    figures: figuresOf(of),
  })),
  confusion: confusionOf(outcomes),
  tricks: tricksOf(outcomes),
  repeat: repeatOf(outcomes),
  steadiness: PERTURBATIONS.map(({ id, says }) => {
    const tried = outcomes.filter((one) => one.moved !== null)
    const moved = tried.filter((one) => one.moved?.includes(id)).map((one) => one.id)
    return { change: id, says, moved, share: share(moved.length, tried.length) }
  }),
  outcomes,
})

const confusionOf = (outcomes: readonly Outcome[]): number[][] => {
  const ordinary = assessed(outcomes).filter(({ trick }) => trick === undefined)
  return LABELS.map((_, label) =>
    LABELS.map((_, graded) => ordinary.filter((one) => one.label === label && one.level === graded).length),
  )
}

const tricksOf = (outcomes: readonly Outcome[]): Evaluation['tricks'] => {
  const all = outcomes.filter(({ trick }) => trick !== undefined)
  const scored = assessed(all)
  return {
    answers: all.length,
    unassessed: all.length - scored.length,
    mean: mean(scored.map(({ score }) => score)),
    kinds: TRICKS.map((trick) => {
      const of = all.filter((one) => one.trick === trick)
      const judged = assessed(of)
      const worst = judged.toSorted((one, other) => other.score - one.score)[0]
      return {
        trick,
        answers: of.length,
        unassessed: of.length - judged.length,
        mean: mean(judged.map(({ score }) => score)),
        worst: worst ? { id: worst.id, score: worst.score } : null,
      }
    }).filter(({ answers }) => answers > 0),
  }
}

const repeatOf = (outcomes: readonly Outcome[]): Evaluation['repeat'] => {
  const twice = outcomes.filter(({ repeated }) => repeated !== null)
  const differing = twice.filter(({ repeated }) => !repeated).map(({ id }) => id)
  return {
    answers: twice.length,
    share: share(twice.length - differing.length, twice.length),
    differing,
  }
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)
