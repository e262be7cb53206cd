/** Contesting one verdict: what a person says, who judges it again, and what they are told. */

import { isSameJudge, judgementsOf, unjudgedIn, waitingFor } from '../interview/contested.ts'
import type { Contest } from '../interview/context.ts'
import type { Line } from '../interview/effects.ts'
import type { Event } from '../interview/events.ts'
import { blockquote, plain } from '../interview/markdown/plain.ts'
import { type Plan, planOf } from '../interview/plan.ts'
import { MARK_NAMES, type Verdict } from '../interview/verdict.ts'
import type { Card } from '../platform/card.ts'
import type { Heard } from '../platform/platform.ts'
import { quoted } from '../platform/usage.ts'
import type { InterviewRecord } from './record.ts'
import { isOver } from './reporting.ts'
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
export const contestIn = (plan: Plan, { args, id, at }: Contesting): { event: Event } | { tell: Card } => {
  const reason = cleaned(args.reason ?? '')
  const { length } = [...reason]
  if (length === 0) return refusal('Say in a sentence why the verdict is wrong; a reason is needed.')
  if (length > REASON)
    return refusal(
      `The reason has ${length} characters; ${REASON} are the most. Say the one thing that matters.`,
    )
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
  { flow, context }: Scene,
  { criterion, says }: Extract<Said, { kind: 'contested' }>,
): string => {
  const plan = planOf(flow)
  const { stage } = plan.criteria.get(criterion) ?? {}
  const name = named(plan, criterion)
  const judgement = context.judged[stage?.id ?? '']
  const one = context.contested?.[criterion]
  const first = judgement?.verdicts.find((verdict) => verdict.criterion === criterion)
  if (!judgement || !one || !first) return `${name} is contested.`
  if (says === 'failed')
    return `${name} could not be judged again. It stays contested, and /report asks for it once more.`
  if (says === 'judged') return again(name, first, one.again)
  const kept = `${name} is marked as contested in your report, with your reason. It was ${MARK_NAMES[first.verdict]}, judged by ${judgement.by}.`
  return `${kept} ${next(world, one, judgement.by)}`
}

const next = ({ grader: { usual, standIn } }: Pick<World, 'grader'>, one: Contest, by: string): string => {
  if (one.job !== undefined) return `${usual.by} judges it again; what comes of it follows here.`
  if (one.again)
    return `${one.again.by} has judged it again already: ${MARK_NAMES[one.again.verdict.verdict]}. That counts.`
  if (isSameJudge(by, standIn.by) && usual.local)
    return 'It will be judged again once a model is configured here: /report asks for it then.'
  return 'A model has judged it, which is not asked a second time.'
}

const again = (name: string, first: Verdict, outcome: Contest['again']): string => {
  if (!outcome) return `${name} is contested.`
  const { by, verdict } = outcome
  const changes = verdict.verdict !== first.verdict
  const what = changes
    ? `${MARK_NAMES[first.verdict]} -> ${MARK_NAMES[verdict.verdict]}`
    : `${MARK_NAMES[first.verdict]}, it stands`
  const quote = verdict.quote === '' ? '' : `\n\n${blockquote(verdict.quote)}\n\n`
  return `${name} was judged again by ${by}: ${what}.${quote || ' '}${changes ? 'It counts from now on; /report shows the scores.' : ''}`.trim()
}

const refused = (
  { flow, context }: Scene,
  { criterion, why }: Extract<Said, { kind: 'uncontested' }>,
): string => {
  const plan = planOf(flow)
  const name = named(plan, criterion)
  const stage = plan.criteria.get(criterion)?.stage.title ?? ''
  switch (why) {
    case 'unknown':
      return `There is no criterion ${quoted(criterion)} in this interview. ${choices(plan, context, criterion)}`
    case 'measured':
      return `${name} is measured from the course of the talk. Nobody judged it, so there is no verdict to contest.`
    case 'not reached':
      return `${name} was never judged: the interview did not reach the stage ${stage}.`
    case 'not assessed':
      return `${name} was never judged: the judge does not know the language of the answers in ${stage}.`
    case 'not judged':
      return `${name} was not judged in this interview, so there is no verdict to contest.`
  }
}

/** The judged criteria whose letters the word begins with; all of them, by stage, where there are none. */
const choices = (plan: Plan, context: Scene['context'], word: string): string => {
  const has = (id: string): boolean => unjudgedIn(plan, context, id) === undefined
  const typed = lettersOf(word).toUpperCase()
  const near = [...plan.criteria.keys()].filter((id) => has(id) && typed.startsWith(lettersOf(id)))
  if (near.length > 0) return `Near it are: ${near.map((id) => named(plan, id)).join('; ')}.`
  const rows = Object.keys(judgementsOf(context)).flatMap((stage) => {
    const ids = plan.stage(stage).criteria.flatMap(({ id }) => (has(id) ? [id] : []))
    return ids.length === 0 ? [] : [`- ${plan.stage(stage).title}: ${ids.join(', ')}`]
  })
  return rows.length === 0 ? 'This interview has no verdicts.' : `These have a verdict:\n${rows.join('\n')}`
}

const lettersOf = (id: string): string => /^\p{L}*/u.exec(id)?.[0] ?? ''

const named = (plan: Plan, id: string): string =>
  `${id} (${plain(plan.criteria.get(id)?.criterion.name ?? id)})`
