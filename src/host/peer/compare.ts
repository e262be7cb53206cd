/** The forms of an interview between two people side by side: own rating, the interviewer's marks, the bot's. */
import type { Flow } from '../../flow/flow.ts'
import { judgementsOf } from '../../interview/contested.ts'
import type { Context } from '../../interview/context.ts'
import { planOf } from '../../interview/plan.ts'
import { scoreTalk, type Talk } from '../../interview/score.ts'
import type { Words } from '../../words/words.ts'

type Compared = Words['compared']

/** So many differences are listed. */
const LISTED = 12

/** All of it as Markdown, with where the interviewer and the bot differ. */
export const sideBySide = (flow: Flow, context: Context, { compared }: Words): string => {
  const rows = differing(flow, context)
  const differences = rows.filter(({ person, bot }) => person !== bot)
  return [
    `## ${compared.title}`,
    ...missing(context, compared),
    stageTable(flow, context, compared),
    ...(rows.length > 0
      ? [compared.agree({ agreed: rows.length - differences.length, all: rows.length })]
      : []),
    ...(differences.length > 0 ? [listOf(differences, compared)] : []),
  ].join('\n\n')
}

const missing = ({ peer, opened, ratings }: Context, compared: Compared): string[] => {
  const late = opened.some((stage) => !peer?.stages.includes(stage))
  return [...(late ? [compared.unmarked] : []), ...(ratings === null ? [compared.unrated] : [])]
}

/** Marks of stages from 1 to 4; the interviewer's are added up from their marks of the criteria, as the bot's are. */
const stageTable = (flow: Flow, context: Context, compared: Compared): string => {
  const { opened, ratings } = context
  const marksBy = (by: Talk['judged']) =>
    new Map(
      scoreTalk({ flow, mode: 'coach', opened, judged: by }, context.options.level).stages.map((stage) => [
        stage.id,
        stage.mark,
      ]),
    )
  const [person, bot] = [marksBy(judgedByPerson(flow, context)), marksBy(judgementsOf(context))]
  return [
    compared.head,
    '| --- | --- | --- | --- |',
    ...opened.map((id) => {
      const cells = [ratings?.[id], person.get(id), bot.get(id)].map((mark) => mark ?? '-')
      return `| ${planOf(flow).stage(id).title} | ${cells.join(' | ')} |`
    }),
  ].join('\n')
}

const judgedByPerson = (flow: Flow, { peer }: Context): Talk['judged'] =>
  Object.fromEntries(
    (peer?.stages ?? []).map((stage) => [
      stage,
      {
        assessed: true,
        verdicts: planOf(flow)
          .stage(stage)
          .criteria.map(({ id }) => ({ criterion: id, verdict: peer?.marks[id] ?? 0, quote: '' })),
      },
    ]),
  )

type Row = { title: string; name: string; person: number; bot: number }

/** Criteria that both have marked. */
const differing = (flow: Flow, context: Context): Row[] => {
  const { peer } = context
  const plan = planOf(flow)
  return Object.values(judgementsOf(context))
    .filter(({ assessed }) => assessed)
    .flatMap(({ verdicts }) => verdicts)
    .flatMap(({ criterion, verdict }) => {
      const known = plan.criteria.get(criterion)
      const person = peer?.marks[criterion]
      return known === undefined || person === undefined
        ? []
        : [{ title: known.stage.title, name: known.criterion.name, person, bot: verdict }]
    })
}

/** The widest first. */
const listOf = (rows: readonly Row[], compared: Compared): string => {
  const gap = ({ person, bot }: Row): number => Math.abs(person - bot)
  const widest = rows.toSorted((one, other) => gap(other) - gap(one))
  const lines = widest
    .slice(0, LISTED)
    .map(({ title, ...row }) => `- ${compared.row({ stage: title, ...row })}`)
  const more = rows.length - lines.length
  return [compared.differ, '', ...lines, ...(more > 0 ? [`- ${compared.more({ more })}`] : [])].join('\n')
}
