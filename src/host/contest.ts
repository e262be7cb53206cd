/** Contesting one verdict: what a person says, who judges it again, and what they are told. */

import { isSameJudge, judgementsOf, unjudgedIn, waitingFor } from '../interview/contested.ts'
import type { Contest } from '../interview/context.ts'
import type { Line } from '../interview/effects.ts'
import type { Event } from '../interview/events.ts'
import { blockquote, plain } from '../interview/markdown/plain.ts'
import { isOver } from '../interview/phase.ts'
import { type Plan, planOf } from '../interview/plan.ts'
import type { Verdict } from '../interview/verdict.ts'
import type { Card } from '../platform/card.ts'
import type { Heard } from '../platform/platform.ts'
import { quoted } from '../platform/usage.ts'
import type { Words } from '../words/words.ts'
import type { InterviewRecord } from './record.ts'
import type { Scene } from './scene.ts'
import { asTyped } from './words.ts'
import type { World } from './world.ts'

/** The most code points of a reason. */
const REASON = 500

/** A command or a button that contests a verdict. */
export type Contesting = Extract<Heard, { type: 'command' | 'press' }>

export const isContesting = (heard: Heard): heard is Contesting =>
  (heard.type === 'command' || heard.type === 'press') && heard.command === 'contest'

/** The event, with the criterion by its id in whatever case; or what is wrong with the reason. */
export const contestIn = (
  plan: Plan,
  { args, id, at }: Contesting,
  { contest }: Words,
): { event: Event } | { tell: Card } => {
  const reason = cleaned(args.reason ?? '')
  const { length } = [...reason]
  if (length === 0) return refusal(contest.noReason)
  if (length > REASON) return refusal(contest.longReason({ length, most: REASON }))
  const word = (args.criterion ?? '').trim()
  const known = [...plan.criteria.keys()].find((each) => each.toLowerCase() === word.toLowerCase())
  return { event: { type: 'contest', at, id, criterion: known ?? word.slice(0, 60), reason } }
}

const refusal = (text: string): { tell: Card } => ({ tell: { tone: 'answer', text } })

const cleaned = (text: string): string => text.toWellFormed().replace(UNSEEN, ' ').replace(/\s+/g, ' ').trim()

/** Control characters, and those that turn the direction of what follows. */
const UNSEEN = /[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/** What follows of itself from a report that is asked for, or a verdict that is contested: a model that is there judges. */
export const reconsidering = (
  { grader: { usual, standIn }, clock }: Pick<World, 'grader' | 'clock'>,
  record: InterviewRecord,
  { type }: Pick<Event, 'type'>,
): Event[] =>
  (type === 'contest' || type === 'report') && !usual.local && isOver(record)
    ? [{ type: 'reconsider', at: clock.now(), by: standIn.by }]
    : []

/** The same for a report that is shown outside of its interview. */
export const takeUp = async (
  world: Pick<World, 'grader' | 'clock' | 'library' | 'mailbox'>,
  record: InterviewRecord,
  key: string,
): Promise<void> => {
  const { context } = record.interview.snapshot
  const plan = planOf(await world.library.flow(record.flow))
  if (waitingFor(plan, context, world.grader.standIn.by).length === 0) return
  for (const event of reconsidering(world, record, { type: 'report' }))
    await world.mailbox.post(
      { type: 'event', event },
      { key, id: `${record.id}.reconsider.${context.effects}` },
    )
}

type Said = Extract<Line, { kind: 'contested' | 'uncontested' }>

/** What the person is told, for them alone. */
export const contestCard = (world: Pick<World, 'grader'>, scene: Scene, line: Said, prefix: string): Card => {
  const text = line.kind === 'contested' ? saidOf(world, scene, line) : refused(scene, line)
  return { tone: 'answer', text: asTyped(text, prefix) }
}

const saidOf = (
  world: Pick<World, 'grader'>,
  { flow, context, words }: Scene,
  { criterion, says }: Extract<Said, { kind: 'contested' }>,
): string => {
  const plan = planOf(flow)
  const { stage } = plan.criteria.get(criterion) ?? {}
  const name = named(plan, criterion)
  const judgement = context.judged[stage?.id ?? '']
  const one = context.contested?.[criterion]
  const first = judgement?.verdicts.find((verdict) => verdict.criterion === criterion)
  const { contest, verdicts } = words
  if (!judgement || !one || !first) return contest.contested({ name })
  if (says === 'failed') return contest.failed({ name })
  if (says === 'judged') return again(name, first, one.again, words)
  const kept = contest.marked({ name, verdict: verdicts[first.verdict], by: judgement.by })
  return `${kept} ${next(world, one, judgement.by, words)}`
}

const next = (
  { grader: { usual, standIn } }: Pick<World, 'grader'>,
  one: Contest,
  by: string,
  { contest, verdicts }: Words,
): string => {
  if (one.job !== undefined) return contest.underWay({ by: usual.by })
  if (one.again) return contest.settled({ by: one.again.by, verdict: verdicts[one.again.verdict.verdict] })
  return isSameJudge(by, standIn.by) && usual.local ? contest.noModel : contest.byModel
}

const again = (name: string, first: Verdict, outcome: Contest['again'], words: Words): string => {
  const { contest, verdicts } = words
  if (!outcome) return contest.contested({ name })
  const { by, verdict } = outcome
  const changes = verdict.verdict !== first.verdict
  const before = verdicts[first.verdict]
  const what = changes ? `${before} -> ${verdicts[verdict.verdict]}` : contest.stands({ verdict: before })
  const quote = verdict.quote === '' ? '' : `\n\n${blockquote(verdict.quote)}\n\n`
  return `${contest.again({ name, by, what })}${quote || ' '}${changes ? contest.counts : ''}`.trim()
}

const refused = (
  { flow, context, words }: Scene,
  { criterion, why }: Extract<Said, { kind: 'uncontested' }>,
): string => {
  const plan = planOf(flow)
  const name = named(plan, criterion)
  const stage = plan.criteria.get(criterion)?.stage.title ?? ''
  const { contest } = words
  switch (why) {
    case 'unknown':
      return `${contest.unknown({ word: quoted(criterion) })} ${choices(plan, context, criterion, words)}`
    case 'measured':
      return contest.measured({ name })
    case 'not reached':
      return contest.notReached({ name, stage })
    case 'not assessed':
      return contest.notAssessed({ name, stage })
    case 'not judged':
      return contest.notJudged({ name })
  }
}

/** The judged criteria whose letters the word begins with; all of them, by stage, where there are none. */
const choices = (plan: Plan, context: Scene['context'], word: string, { contest }: Words): string => {
  const has = (id: string): boolean => unjudgedIn(plan, context, id) === undefined
  const typed = lettersOf(word).toUpperCase()
  const near = [...plan.criteria.keys()].filter((id) => has(id) && typed.startsWith(lettersOf(id)))
  if (near.length > 0) return contest.near({ names: near.map((id) => named(plan, id)).join('; ') })
  const rows = Object.keys(judgementsOf(context)).flatMap((stage) => {
    const ids = plan.stage(stage).criteria.flatMap(({ id }) => (has(id) ? [id] : []))
    return ids.length === 0 ? [] : [`- ${plan.stage(stage).title}: ${ids.join(', ')}`]
  })
  return rows.length === 0 ? contest.noVerdicts : `${contest.have}\n${rows.join('\n')}`
}

const lettersOf = (id: string): string => /^\p{L}*/u.exec(id)?.[0] ?? ''

const named = (plan: Plan, id: string): string =>
  `${id} (${plain(plan.criteria.get(id)?.criterion.name ?? id)})`
