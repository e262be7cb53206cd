/** The end of a question's day in its channel: the best answers of those who allowed it are shown, with why. */
import { blockquote, plain } from '../../interview/markdown/plain.ts'
import type { Card } from '../../platform/card.ts'
import type { Words } from '../../words/words.ts'
import { isLost } from '../aside.ts'
import { saidIn } from '../language.ts'
import type { Letter } from '../letter.ts'
import { voiceAt } from '../voice.ts'
import type { World } from '../world.ts'
import { drillsIn } from './drills.ts'
import { namesIn, wordsAt } from './names.ts'
import { type Daily, type DailyAnswer, dailyKey, type Prompt, promptKey } from './record.ts'

/** So many are shown. */
const BEST = 3

/** Shows them in the thread of the question; nothing where nobody allowed it. */
export const dayOver = async (
  world: World,
  { prompt: id }: Extract<Letter, { type: 'over' }>,
  again: boolean,
): Promise<void> => {
  const { memory } = world
  const prompt = (await memory.load<Prompt>(promptKey(id)))?.value
  const daily = prompt && (await memory.load<Daily>(dailyKey(prompt.subscriber)))?.value
  if (!prompt?.place || daily === undefined) return
  const words = await wordsAt(world, daily)
  const names = await namesIn(world, prompt.subscriber, [prompt], words.daily.someone)
  const best = bestOf(prompt.answers.filter(({ person }) => names.has(person)))
  if (best.length === 0) return
  const card = cardOf(world, prompt, best, names, words)
  await sayIn(world, prompt.place, saidIn(card, words), `${id} over`, again)
}

/** What is said to a whole place; one that is gone needs no word any more. */
export const sayIn = async (
  world: World,
  place: string,
  card: Card,
  id: string,
  again: boolean,
): Promise<void> => {
  try {
    await voiceAt(world, place)(card, id, again)
  } catch (error) {
    if (!isLost(error)) throw error
    world.log('warn', 'a channel cannot be told something any more', { place, reason: error.message })
  }
}

/** One of each person, the best first, and of equals the earliest; none that met nothing. */
const bestOf = (answers: readonly DailyAnswer[]): DailyAnswer[] => {
  const sorted = answers
    .filter(({ verdict }) => verdict > 0)
    .toSorted((one, other) => other.verdict - one.verdict || one.at - other.at)
  return sorted
    .filter(({ person }, index) => sorted.findIndex((one) => one.person === person) === index)
    .slice(0, BEST)
}

const cardOf = (
  { library: { bank } }: World,
  { criterion: id, answers }: Prompt,
  best: readonly DailyAnswer[],
  names: ReadonlyMap<string, string>,
  { daily, verdicts }: Words,
): Card => {
  const criterion = drillsIn(bank)?.criterion(id)
  const people = new Set(answers.map(({ person }) => person)).size
  return {
    tone: 'answer',
    title: daily.best({ criterion: criterion?.name ?? id }),
    text: [
      daily.tookPart({ people }),
      ...best.flatMap(({ person, text, verdict, quote, link }) => [
        link === undefined ? `**${names.get(person)}**` : `**[${names.get(person)}](${link})**`,
        blockquote(text),
        daily.why({ verdict: verdict === 2 ? verdicts[2] : verdicts[1], quote: plain(quote) }),
      ]),
      ...(criterion === undefined ? [] : [daily.takes({ points: criterion.anchors.clear })]),
    ].join('\n\n'),
  }
}
