/** A person's practice for reading: days, cards, the answers that they gave, and boards that they stand on. */
import type { Words } from '../../words/words.ts'
import type { Practised } from './removal.ts'

/** The paragraphs of it, as Markdown. */
export const practiceMarkdown = (
  { practice, dailies, answers, boards }: Practised,
  { belongings, verdicts, daily }: Words,
): string[] => [
  `# ${belongings.practice}`,
  belongings.days({
    count: practice.practised.length,
    days: listed(practice.practised.map(({ day }) => day)),
  }),
  ...dailies.map(({ schedule: { time, zone } }) => belongings.daily({ time, zone })),
  ...boards.map((one) => belongings.board(one)),
  Object.entries(practice.deck)
    .map(([criterion, { due, reps }]) => belongings.card({ criterion, times: reps, due: dayOf(due) }))
    .map((line) => `- ${line}`)
    .join('\n'),
  ...answers.flatMap(({ day, question, text, verdict }) => [
    `**${day}: ${question}**`,
    text.replace(/^/gm, '> '),
    verdict === 0 ? daily.notHeard : verdicts[verdict],
  ]),
]

const listed = (days: readonly string[]): string => [...new Set(days)].join(', ')
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10)
