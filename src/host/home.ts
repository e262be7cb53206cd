/** A person's own page: what runs, what was, and what they have set. */
import type { Button, Card } from '../platform/card.ts'
import type { Words } from '../words/words.ts'
import { preferred } from './begin.ts'
import { historyLine, takenBy } from './history.ts'
import type { Taken } from './record.ts'
import { inWords } from './settings.ts'
import { prefixAt } from './voice.ts'
import { asTyped } from './words.ts'
import type { Speaking } from './world.ts'

/** So many finished interviews are shown; `history` has more, and `export` all. */
const SHOWN = 10
/** So many reports can be had by a button. */
const REPORTS = 3

export const homeCard = async (world: Speaking, person: string): Promise<Card> => {
  const interviews = await takenBy(world.memory, person)
  const running = interviews.filter(({ ended }) => ended === null).reverse()
  const finished = interviews.filter(({ ended }) => ended !== null).reverse()
  const prefix = prefixAt(world, person)
  const { words } = world
  const { home, buttons, settings } = words
  const line = (one: Taken): string => historyLine(one, words)
  return {
    tone: 'answer',
    title: home.title,
    text: [
      ...section(home.running, running.map(line), home.noneRunning),
      ...section(home.finished, finished.slice(0, SHOWN).map(line), home.none),
      ...section(settings.yours, [inWords(await preferred(world, { person }), words)], ''),
    ].join('\n\n'),
    footer: asTyped(home.about, prefix),
    buttons: [
      { label: buttons.start, command: 'start' },
      ...running.slice(0, 1).map((one) => whereButton(one, words)),
      ...finished
        .filter(({ role }) => role === undefined)
        .slice(0, REPORTS)
        .map((one) => reportButton(one, words)),
      { label: buttons.settings, command: 'settings' },
    ],
  }
}

const section = (title: string, lines: readonly string[], otherwise: string): string[] => [
  `## ${title}`,
  lines.join('\n') || otherwise,
]

const whereButton = ({ id }: Taken, { buttons }: Words): Button => ({
  label: buttons.where,
  command: 'time',
  args: { interview: id },
})

const reportButton = ({ id, created }: Taken, { buttons }: Words): Button => ({
  label: buttons.report({ day: new Date(created).toISOString().slice(0, 10) }),
  command: 'report',
  args: { id },
})
