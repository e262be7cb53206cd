/** One message of somebody's own interview, graded at their wish, for them alone. */
import type { Case } from '../grader/grader.ts'
import { isOver } from '../interview/phase.ts'
import { planOf } from '../interview/plan.ts'
import { answers, type Entry } from '../interview/transcript.ts'
import { capHelped, type Verdict } from '../interview/verdict.ts'
import type { Card } from '../platform/card.ts'
import type { Heard } from '../platform/platform.ts'
import type { Words } from '../words/words.ts'
import { judged } from './judged.ts'
import type { InterviewRecord, Learner } from './record.ts'
import { keys, ownOf, transcriptOf } from './record.ts'
import { sceneOf } from './scene.ts'
import { spokenIn } from './think.ts'
import type { Speaking, World } from './world.ts'

/** The message against the criteria of the stage in which it was said; of anybody else's nothing is said. */
export const gradeCard = async (world: Speaking, heard: Heard, message: string): Promise<Card> => {
  const { graded: says } = world.words
  const found = await saidIn(world, heard, message)
  if (!found) return { tone: 'answer', text: says.none }
  const { record } = found
  const { options } = record.interview.snapshot.context
  if (!isOver(record) && record.peer) return { tone: 'answer', text: says.sealed }
  if (!isOver(record) && options.mode === 'exam') return { tone: 'answer', text: says.exam }
  return graded(world, found)
}

type Found = { record: InterviewRecord; log: readonly Entry[]; entry: Entry }

/** The latest of the person's own interviews at the place that has the message in it. */
const saidIn = async (
  { memory }: World,
  { person, place }: Heard,
  message: string,
): Promise<Found | undefined> => {
  const learner = (await memory.load<Learner>(keys.learner(person)))?.value
  for (const { id, place: at } of learner?.interviews.toReversed() ?? []) {
    const record = at === undefined || at === place ? await ownOf(memory, person, id) : undefined
    if (record?.place !== place) continue
    const log = await transcriptOf(memory, record)
    const entry = log.find((one) => one.id === message && one.who === 'candidate')
    if (entry) return { record, log, entry }
  }
  return undefined
}

const graded = async (world: Speaking, { record, log, entry }: Found): Promise<Card> => {
  const { words } = world
  const { graded: says } = words
  const { flow, problem, context } = await sceneOf(world, record)
  const said = answers(log).filter((answer) => answer.entry === entry.n)
  if (said.length === 0) return { tone: 'answer', text: says.withdrawn }
  const plan = planOf(flow)
  const stage = plan.stage(entry.stage)
  const criteria = stage.criteria.filter(({ measured }) => measured === undefined)
  const spoken = spokenIn(log.filter(({ n }) => n < entry.n))
  const given = [problem.opening, ...spoken]
  const { synonyms } = flow
  const task: Case = { criteria, answers: said, given, problem, homes: plan.criteria, synonyms }
  const judgement = await judged(world, task)
  const footer = `${stage.title} · ${says.by(judgement)}`
  if (!judgement.assessed) return { tone: 'answer', text: says.foreign, footer }
  const verdicts = judgement.verdicts.map((verdict) => capHelped(verdict, context.helped))
  const nameOf = (id: string): string => criteria.find((one) => one.id === id)?.name ?? id
  // What is still looked for would be a hint, and a hint is noted: it waits until the interview is over.
  const shown = isOver(record) ? verdicts : verdicts.filter(({ verdict }) => verdict > 0)
  const left = verdicts.length - shown.length
  return {
    tone: 'answer',
    title: says.title,
    text: [
      ...shown.map((verdict) => lineOf(nameOf(verdict.criterion), verdict, words)),
      ...judgement.flags.map((flag) => `- ${says.care({ ...flag, quote: flat(flag.quote) })}`),
      ...(left > 0 ? [`\n${says.left({ left, all: verdicts.length })}`] : []),
    ].join('\n'),
    footer,
  }
}

const lineOf = (
  name: string,
  { verdict, quote, helped, reason }: Verdict,
  { marks, graded: says }: Words,
): string =>
  [
    `- **${name}**: ${marks[verdict]}`,
    ...(helped ? [says.helped] : []),
    ...(quote ? [`“${flat(quote)}”`] : []),
    ...(reason ? [reason] : []),
  ].join(' · ')

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim()
