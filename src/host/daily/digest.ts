/** A channel's week of daily questions: how many took part, what was missed most and how it is met, and who was thanked. */
import type { Card } from '../../platform/card.ts'
import type { Words } from '../../words/words.ts'
import { saidIn } from '../language.ts'
import type { Letter } from '../letter.ts'
import type { World } from '../world.ts'
import { drillsIn } from './drills.ts'
import { namesIn, wordsAt } from './names.ts'
import { sayIn } from './over.ts'
import { type Daily, dailyKey, type Prompt, promptKey } from './record.ts'

type Week = Extract<Letter, { type: 'digest' }>

/** So late it is still worth reading; in milliseconds. */
const LATEST = 36 * 3_600_000
/** There may be one question a day. */
const QUESTIONS = 8
/** With fewer people it could be told whose answers they were. */
const LEAST = 3

/** Tells the channel of its week; nothing of one in which nobody answered, or that is long over. */
export const digest = async (world: World, week: Week, again: boolean): Promise<void> => {
  const { memory, clock } = world
  const { subscriber, to } = week
  const daily = (await memory.load<Daily>(dailyKey(subscriber)))?.value
  if (daily === undefined || daily.off) return
  if (clock.now() > to + LATEST) {
    world.log('info', 'a weekly digest was dropped, since nobody was there in time', { subscriber })
    return
  }
  const prompts = await promptsIn(world, daily, week)
  if (prompts.every(({ answers }) => answers.length === 0)) return
  const words = await wordsAt(world, daily)
  const names = await namesIn(world, subscriber, prompts, words.daily.someone)
  const card = cardOf(world, prompts, names, words)
  await sayIn(world, subscriber, saidIn(card, words), `${subscriber} digest ${to}`, again)
}

const promptsIn = async ({ memory }: World, { prompts }: Daily, { from, to }: Week): Promise<Prompt[]> => {
  const kept = await Promise.all(prompts.slice(-QUESTIONS).map((id) => memory.load<Prompt>(promptKey(id))))
  return kept.flatMap((one) => one?.value ?? []).filter(({ at }) => at >= from && at < to)
}

const cardOf = (
  world: World,
  prompts: readonly Prompt[],
  names: ReadonlyMap<string, string>,
  { daily: says }: Words,
): Card => {
  const answers = prompts.flatMap((prompt) => prompt.answers)
  const people = new Set(answers.map(({ person }) => person)).size
  const lesson = missedMost(prompts)
  const criterion = lesson && drillsIn(world.library.bank)?.criterion(lesson)
  return {
    tone: 'answer',
    title: says.week,
    text: [
      says.participation({ people, answers: answers.length, questions: prompts.length }),
      ...(criterion
        ? [
            says.missedMost({ name: criterion.name }),
            says.takes({ points: criterion.anchors.clear }),
            says.could({ sentence: criterion.exemplar }),
          ]
        : []),
      ...thanksLines(prompts, names, says),
    ].join('\n\n'),
  }
}

/** The criterion that the smallest share met in full, of those that enough people answered; nothing where all met all. */
const missedMost = (prompts: readonly Prompt[]): string | undefined =>
  prompts
    .map(({ criterion, answers }) => ({
      criterion,
      people: new Set(answers.map(({ person }) => person)).size,
      met: answers.filter(({ verdict }) => verdict === 2).length / Math.max(1, answers.length),
    }))
    .filter(({ people, met }) => people >= LEAST && met < 1)
    .toSorted((one, other) => one.met - other.met)[0]?.criterion

/** Who thanked whom, by name where both allowed it. */
const thanksLines = (
  prompts: readonly Prompt[],
  names: ReadonlyMap<string, string>,
  says: Words['daily'],
): string[] => {
  const thanks = prompts.flatMap((prompt) => prompt.thanks ?? [])
  const pairs = thanks.flatMap(({ from, to }) => {
    const [one, other] = [names.get(from), names.get(to)]
    return one === undefined || other === undefined ? [] : [says.helped({ helper: other, helped: one })]
  })
  const unnamed = thanks.length - pairs.length
  const lines = [
    ...new Set(pairs),
    ...(unnamed > 0 ? [says.othersThanked({ count: unnamed, more: pairs.length > 0 })] : []),
  ]
  return lines.length === 0 ? [] : [says.help, lines.map((line) => `- ${line}`).join('\n')]
}
