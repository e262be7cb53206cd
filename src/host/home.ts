/** A person's own page: what runs, what was, and what they have set. */
import type { Button, Card } from '../platform/card.ts'
import { preferred } from './begin.ts'
import { historyLine } from './history.ts'
import type { Learner, Taken } from './record.ts'
import { keys } from './record.ts'
import { inWords } from './settings.ts'
import { prefixAt } from './voice.ts'
import { asTyped } from './words.ts'
import type { World } from './world.ts'

/** So many finished interviews are shown; `history` has all. */
const SHOWN = 10
/** So many reports can be had by a button. */
const REPORTS = 3

export const homeCard = async (world: World, person: string): Promise<Card> => {
  const interviews = (await world.memory.load<Learner>(keys.learner(person)))?.value.interviews ?? []
  const running = interviews.filter(({ ended }) => ended === null).reverse()
  const finished = interviews.filter(({ ended }) => ended !== null).reverse()
  const prefix = prefixAt(world, person)
  return {
    tone: 'answer',
    title: 'Mock interviews in ML system design',
    text: [
      ...section('Under way', running.map(historyLine), 'None. Start one below.'),
      ...section('Finished', finished.slice(0, SHOWN).map(historyLine), 'None yet.'),
      ...section('Your settings', [inWords(await preferred(world, { person }))], ''),
    ].join('\n\n'),
    footer: asTyped('/help lists all commands; /export and /forget are about what is stored of you', prefix),
    buttons: [
      { label: 'Start an interview', command: 'start' },
      ...running.slice(0, 1).map(ending),
      ...finished
        .filter(({ role }) => role === undefined)
        .slice(0, REPORTS)
        .map(reporting),
      { label: 'Settings', command: 'settings' },
    ],
  }
}

const section = (title: string, lines: readonly string[], otherwise: string): string[] => [
  `## ${title}`,
  lines.join('\n') || otherwise,
]

const ending = ({ id }: Taken): Button => ({
  label: 'Where am I?',
  command: 'time',
  args: { interview: id },
})

const reporting = ({ id, created }: Taken): Button => ({
  label: `Report of ${new Date(created).toISOString().slice(0, 10)}`,
  command: 'report',
  args: { id },
})
