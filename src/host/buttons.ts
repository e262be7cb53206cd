/** The buttons that do what is most often wanted while an interview is held. */
import { isPeer } from '../interview/peer.ts'
import type { Button } from '../platform/card.ts'
import type { Words } from '../words/words.ts'
import type { Scene } from './scene.ts'

/** There are no hints in an exam, nor between two people, so none are offered. */
export const buttonsOf = ({ context, words: { buttons } }: Pick<Scene, 'context' | 'words'>): Button[] => {
  const hints = context.options.mode !== 'exam' && !isPeer(context)
  return [
    ...(hints ? [{ label: buttons.hint, command: 'hint' }] : []),
    { label: buttons.next, command: 'next' },
    { label: buttons.pause, command: 'pause' },
    { label: buttons.end, command: 'end', confirm: buttons.ends },
  ]
}

/** The way on from a pause. */
export const resumeButtons = ({ buttons }: Words): Button[] => [{ label: buttons.resume, command: 'resume' }]
