/** Systems that the candidate drew, and what each drawing leaves open. */
import { diagramIn } from '../../numbers/diagram/chat.ts'
import type { Diagram } from '../../numbers/diagram/diagram.ts'
import { lint } from '../../numbers/diagram/lint.ts'
import { readDiagram } from '../../numbers/diagram/read.ts'
import type { Kind, Remark } from '../../numbers/diagram/remark.ts'
import { rolesIn } from '../../numbers/diagram/roles.ts'
import { millisecondsIn } from '../../numbers/diagram/text.ts'
import { answers } from '../transcript.ts'
import type { Material } from './material.ts'
import type { Where } from './where.ts'

export type Drawing = {
  where: Where
  /** What is missing or does not add up, with the criteria it bears on and the sum where one was made. */
  remarks: { says: string; criteria: string[]; derivation: string[] }[]
}

/** What is wrong with one drawing itself; anything else may stand in another one of the same talk. */
const OWN: readonly Kind[] = ['over-budget', 'orphan', 'bare-arrows']

const MOST = { drawings: 3, remarks: 6 } as const

/** The last drawings of the talk that leave something open; what one lacks and another shows is not told. */
export const drawingsOf = (material: Material): Drawing[] => {
  const budget = budgetOf(material)
  const drawn = answers(material.log)
    .filter(({ attempt }) => attempt === 0)
    .flatMap(({ text, entry }) => {
      const where = material.find(text, entry)
      const diagram = systemIn(text)
      if (where === null || diagram === undefined) return []
      return [{ where, remarks: lint(diagram, budget === undefined ? {} : { budget }) }]
    })
  const last = drawn.at(-1)
  return drawn
    .map(({ where, remarks }) => ({
      where,
      remarks: remarks
        .filter(
          ({ kind }) =>
            OWN.includes(kind) || (where === last?.where && drawn.every((one) => has(one.remarks, kind))),
        )
        .filter(({ criteria }) => criteria.length === 0 || criteria.some((id) => material.criterion(id)))
        .slice(0, MOST.remarks)
        .map(({ says, criteria, derivation = [] }) => ({
          says,
          criteria: criteria.filter((id) => material.criterion(id) !== undefined),
          derivation: [...derivation],
        })),
    }))
    .filter(({ remarks }) => remarks.length > 0)
    .slice(-MOST.drawings)
}

const has = (remarks: readonly Remark[], kind: Kind): boolean => remarks.some((one) => one.kind === kind)

/** A drawing of something that answers or learns; what cannot be read was told in the talk. */
const systemIn = (text: string): Diagram | undefined => {
  const written = diagramIn(text)
  if (written === undefined) return undefined
  try {
    const diagram = readDiagram(written)
    const roles = [...rolesIn(diagram).values()]
    const isSystem = roles.some((own) => own.has('serving') || own.has('training'))
    return diagram.boxes.length >= 3 && isSystem ? diagram : undefined
  } catch {
    return undefined
  }
}

/** Milliseconds that one request may take, where the candidate was told and only one time was. */
const budgetOf = ({ problem, context }: Material): number | undefined => {
  const told = problem.facts.filter(
    ({ id, topic, says }) => topic === 'latency' && context.revealed.includes(id) && !PART.test(says),
  )
  const [says, ...others] = told.flatMap(({ says }) => says.match(TIME) ?? [])
  return says === undefined || others.length > 0 ? undefined : millisecondsIn(says)
}

/** A time for less than a whole request, which its hops may not be held against. */
const PART = /\b(?:scor|token|round)/i

const TIME = /\d+(?:\.\d+)? ?(?:ms|milliseconds?|seconds?)\b/gi
