/** The buttons that do what is most often wanted while an interview is held. */
import { isPeer } from '../interview/peer.ts'
import type { Button } from '../platform/card.ts'
import type { Scene } from './scene.ts'

/** There are no hints in an exam, nor between two people, so none are offered. */
export const buttonsOf = ({ context }: Pick<Scene, 'context'>): readonly Button[] =>
  context.options.mode === 'exam' || isPeer(context)
    ? BUTTONS.filter(({ command }) => command !== 'hint')
    : BUTTONS

const BUTTONS: readonly Button[] = [
  { label: 'Hint', command: 'hint' },
  { label: 'Next stage', command: 'next' },
  { label: 'Pause', command: 'pause' },
  { label: 'End', command: 'end', confirm: 'This ends the interview here and makes the report.' },
]
/** The way on from a pause. */
export const RESUME: readonly Button[] = [{ label: 'Resume', command: 'resume' }]
