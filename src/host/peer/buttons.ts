/** Buttons of an interview between two people. */
import type { Button } from '../../platform/card.ts'
import type { Words } from '../../words/words.ts'
import type { InterviewRecord } from '../record.ts'

/** How the interviewer moves it on, from wherever they are. */
export const movesOf = (interview: string, { buttons }: Words): Button[] => [
  { label: buttons.next, command: 'next', args: { interview } },
  { label: buttons.back, command: 'back', args: { interview } },
  { label: buttons.time, command: 'time', args: { interview } },
  {
    label: buttons.end,
    command: 'end',
    args: { interview },
    confirm: buttons.endsForTwo,
  },
]

/** The other way round, on another problem. */
export const swapButton = ({ id }: Pick<InterviewRecord, 'id'>, { buttons }: Words): Button => ({
  label: buttons.swap,
  command: 'peer',
  args: { swap: id },
})
