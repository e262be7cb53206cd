/** An answer to the question of the day: graded for whoever gave it, and for nobody else. */
import type { Case } from '../../grader/grader.ts'
import type { Card } from '../../platform/card.ts'
import { type Heard, isWithin } from '../../platform/platform.ts'
import { dayIn } from '../../practice/occurrence.ts'
import { type Practised, streakOf } from '../../practice/streak.ts'
import type { Words } from '../../words/words.ts'
import { judged } from '../judged.ts'
import { noteDaily, notePractice, type Practice, practiceOf } from '../practice/kept.ts'
import { update } from '../update.ts'
import type { World } from '../world.ts'
import { drillsIn } from './drills.ts'
import { sessionOf } from './fading.ts'
import { reviseDaily } from './kept.ts'
import { type DailyAnswer, type Prompt, promptKey } from './record.ts'

/** So many answers are kept of one question, and characters of each. */
const MOST = { answers: 200, text: 4_000 } as const

export type Given = Pick<DailyAnswer, 'person' | 'id' | 'at' | 'text' | 'called' | 'link'>

/** What was heard, as far as an answer keeps it. */
export const answerFrom = ({ person, id, at, called, link }: Heard, text: string): Given => ({
  ...{ person, id, at, text },
  ...(called !== undefined && { called }),
  ...(link !== undefined && { link }),
})

/** Grades an answer, notes it for its author's practice, and says what it comes to; the same one again says the same. */
export const answered = async (world: World, id: string, given: Given, words: Words): Promise<Card> => {
  const prompt = (await world.memory.load<Prompt>(promptKey(id)))?.value
  if (prompt === undefined) return { tone: 'answer', text: words.daily.gone }
  const known = prompt.answers.find((one) => one.id === given.id)
  const answer = known ?? (await graded(world, prompt, given))
  if (answer === undefined) return { tone: 'answer', text: words.daily.foreign }
  await update<Prompt | undefined>(world.memory, promptKey(id), (one) =>
    one === undefined || one.answers.some((other) => other.id === answer.id)
      ? one
      : { ...one, answers: [...one.answers, answer].slice(-MOST.answers) },
  )
  await joined(world, prompt.subscriber, given.person)
  await noteDaily(world.memory, given.person, prompt.subscriber)
  const practice = await notePractice(world.memory, given.person, {
    ...{ id: sessionOf(id, given.id), at: given.at, problem: prompt.problem },
    heard: [{ criterion: prompt.criterion, verdict: answer.verdict }],
  })
  return feedback(world, prompt, answer, practice, words)
}

/** Who answers in a channel is one of those whom its next question is to serve. */
const joined = async ({ memory }: World, subscriber: string, person: string): Promise<void> => {
  await reviseDaily(memory, subscriber, (daily) =>
    daily.members.at(-1) === person
      ? daily
      : { ...daily, members: [...daily.members.filter((one) => one !== person), person].slice(-200) },
  )
}

/** By whom is configured, and where that fails by the one that needs no model; nothing where the language is unknown. */
const graded = async (world: World, prompt: Prompt, given: Given): Promise<DailyAnswer | undefined> => {
  const drills = drillsIn(world.library.bank)
  const criterion = drills?.criterion(prompt.criterion)
  if (drills === undefined || criterion === undefined) return undefined
  const problem = drills.problem(prompt.problem)
  const text = given.text.slice(0, MOST.text)
  const task: Case = {
    criteria: [criterion],
    answers: [{ entry: 0, at: given.at, stage: prompt.stage, text, attempt: 0 }],
    given: [problem?.opening ?? '', prompt.question],
    problem,
    synonyms: drills.flow.synonyms,
  }
  const judgement = await judged(world, task)
  const [verdict] = judgement.verdicts
  if (!judgement.assessed || verdict === undefined) return undefined
  return { ...given, text, verdict: verdict.verdict, quote: verdict.quote, by: judgement.by }
}

const feedback = (
  { library: { bank } }: World,
  prompt: Prompt,
  { verdict, quote, by, at }: DailyAnswer,
  practice: Practice,
  words: Words,
): Card => {
  const { daily: says, verdicts } = words
  const criterion = drillsIn(bank)?.criterion(prompt.criterion)
  return {
    tone: 'answer',
    title: `${criterion?.name ?? prompt.criterion}: ${verdict === 0 ? says.notHeard : verdicts[verdict]}`,
    text: [
      ...(quote === '' ? [] : [`> ${quote.replace(/\s+/g, ' ').trim()}`]),
      ...(verdict === 2 || criterion === undefined ? [] : [says.could({ sentence: criterion.exemplar })]),
      ...(criterion === undefined ? [] : [says.takes({ points: criterion.anchors.clear })]),
      streakLine(practice, at, words),
    ].join('\n\n'),
    footer: says.judgedBy({ by }),
    ...(asksToShare(prompt, verdict, practice) && {
      buttons: [{ label: words.buttons.share, command: 'daily', args: { what: 'share' } }],
    }),
  }
}

/** Of a good answer in a channel, where its author has not allowed it yet. */
const asksToShare = ({ subscriber, place }: Prompt, verdict: number, { shares }: Practice): boolean =>
  verdict > 0 && shares !== true && place !== null && subscriber !== place && isWithin(place, subscriber)

/** The days in a row as of a moment. */
export const streakLine = ({ practised, zone = 'UTC' }: Practice, at: number, { daily }: Words): string => {
  const now: Practised = { at, day: dayIn(zone, at) }
  const { days, longest } = streakOf(practised, now)
  return daily.streak({ days, longest })
}

/** What somebody's practice comes to so far. */
export const standing = async (world: World, person: string, words: Words): Promise<string> =>
  streakLine(await practiceOf(world.memory, person), world.clock.now(), words)
