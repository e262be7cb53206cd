/** What everybody on a board did together, for its admins: of five people or more, and of time that is over. */
import type { Card } from '../../platform/card.ts'
import { aggregateOf, LEAST } from '../../practice/board.ts'
import { nextOccurrence } from '../../practice/occurrence.ts'
import { criterionNamed } from '../daily/drills.ts'
import type { Speaking } from '../world.ts'
import { membersOf } from './shown.ts'

const WEEK = 7 * 86_400_000
/** So many criteria are named. */
const NAMED = 5

/**
 * The four whole weeks before this one, in UTC. Their ends stand still for a week, so that asking before and after one
 * person's practice tells nothing of it.
 */
export const sums = async (world: Speaking, tenant: string): Promise<Card> => {
  const { board: words } = world.words
  const monday = { time: '00:00', zone: 'UTC', days: ['mon'] as const }
  const to = nextOccurrence(monday, world.clock.now()).at - WEEK
  const found = aggregateOf(await membersOf(world, tenant), to - 4 * WEEK, to)
  if (found === undefined) return { tone: 'answer', text: words.tooFew({ least: LEAST }) }
  const { people, practice, criteria } = found
  return {
    tone: 'answer',
    title: words.teamTitle,
    text: [
      words.teamSums({ people, practice }),
      criteria
        .slice(0, NAMED)
        .map(({ criterion, people, met }) => {
          const name = criterionNamed(world.library.bank, criterion)
          return `- ${words.met({ name, people, share: Math.round(100 * met) })}`
        })
        .join('\n'),
      words.teamHow({ least: LEAST }),
    ]
      .filter((part) => part !== '')
      .join('\n\n'),
  }
}
