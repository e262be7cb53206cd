/** What the interviewer of an interview between two people is shown alone, as it goes on. */
import type { Line } from '../../interview/effects.ts'
import { isPeer } from '../../interview/peer.ts'
import type { Card } from '../../platform/card.ts'
import { tell } from '../aside.ts'
import { wordsOf } from '../language.ts'
import type { InterviewRecord } from '../record.ts'
import { reportCard } from '../reporting.ts'
import { sceneOf } from '../scene.ts'
import type { World } from '../world.ts'
import { swapButton } from './buttons.ts'
import { marksCard } from './form.ts'
import { factSheet, stageSheet, timeUp } from './sheet.ts'

/** Whether nobody but the interviewer is to see it. */
export const isAside = ({ interview }: InterviewRecord, { kind }: Line): boolean =>
  isPeer(interview.snapshot.context) && (kind === 'marks' || kind === 'nudge' || kind === 'interrupt')

/** Shows the interviewer their side of what is said; nothing where there is none, or none any more. */
export const sayAside = async (
  world: World,
  record: InterviewRecord,
  { id, line }: { id: string; line: Line },
  again: boolean,
): Promise<void> => {
  const person = record.peer?.interviewer
  if (!person || !isPeer(record.interview.snapshot.context)) return
  const card = await sideOf(world, record, line)
  if (card) await tell(world, { person, place: person }, card, `${id}.aside`, again)
}

const sideOf = async (world: World, record: InterviewRecord, line: Line): Promise<Card | undefined> => {
  const scene = await sceneOf(world, record)
  switch (line.kind) {
    case 'welcome':
      return factSheet(scene)
    case 'part':
      return stageSheet(scene, record.id)
    case 'nudge':
    case 'interrupt':
      return timeUp(scene, line, record.id)
    case 'marks':
      return marksCard(scene)
    case 'report':
      return isOpening(record) && line.attempt === undefined ? opened(world, record) : undefined
    default:
      return undefined
  }
}

/** The report is shown to the interviewer once, when it is made; after that it is the candidate's. */
const isOpening = ({ outbox }: InterviewRecord): boolean =>
  outbox.effects.some((effect) => effect.type === 'close')

const opened = async (world: World, record: InterviewRecord): Promise<Card> => {
  const { footer: _, ...card } = await reportCard(world, record)
  return { ...card, buttons: [swapButton(record, wordsOf(record))] }
}
