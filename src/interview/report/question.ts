/** What a talk of one question came to: the verdict, what it rests on, and what each verdict asks for. */
import { type Criterion, isOneQuestion } from '../../flow/flow.ts'
import type { Verdict } from '../verdict.ts'
import { type Moment, sayable } from './lessons.ts'
import type { Material } from './material.ts'
import type { Where } from './where.ts'

/** Plain JSON; the verdict is null where the answer could not be judged. */
export type OneQuestion = {
  criterion: string
  name: string
  stage: string
  /** As it was put first. */
  question: string
  verdict: Verdict['verdict'] | null
  /** It came after a hint or a question that named it, so that it counts as partial. */
  helped: boolean
  quote: string
  where: Where | null
  anchors: Criterion['anchors']
  /** A sentence that would have met it, and at which moment where it is one of this very talk. */
  sentence: string
  moment: Moment | null
}

/** The one question and its verdict; null after any other talk. */
export const questionOf = (material: Material): OneQuestion | null => {
  const stage = material.stages[0]
  const criterion = stage?.criteria[0]
  if (!isOneQuestion(material.flow) || !stage || !criterion) return null
  const { id, name, anchors } = criterion
  const judgement = material.judged[stage.id]
  const verdict = judgement?.verdicts.find((one) => one.criterion === id)
  const quote = verdict?.quote ?? ''
  return {
    criterion: id,
    name,
    stage: stage.id,
    question: stage.opening,
    verdict: judgement?.assessed ? (verdict?.verdict ?? 0) : null,
    helped: verdict?.helped ?? false,
    quote,
    where: quote === '' ? null : material.find(quote, verdict?.entry),
    anchors,
    ...sayable(material, id),
  }
}
