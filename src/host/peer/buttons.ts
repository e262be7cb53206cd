/** Buttons of an interview between two people. */
import type { Button } from '../../platform/card.ts'
import type { InterviewRecord } from '../record.ts'

/** How the interviewer moves it on, from wherever they are. */
export const movesOf = (interview: string): Button[] => [
  { label: 'Next stage', command: 'next', args: { interview } },
  { label: 'Back', command: 'back', args: { interview } },
  { label: 'Time', command: 'time', args: { interview } },
  {
    label: 'End',
    command: 'end',
    args: { interview },
    confirm: 'This ends the interview and brings the forms.',
  },
]

/** The other way round, on another problem. */
export const swapButton = ({ id }: Pick<InterviewRecord, 'id'>): Button => ({
  label: 'Swap roles',
  command: 'peer',
  args: { swap: id },
})
