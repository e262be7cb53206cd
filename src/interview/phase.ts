/** How far an interview is, in words of its own: where its machine stands is read here and nowhere else. */
import type { Interview } from './interview.ts'
import type { machineOf } from './machine.ts'

/** `talk` is every moment of every stage, also of one that is tried again. */
export type Phase = 'setup' | 'talk' | 'paused' | 'debrief' | 'grading' | 'teaching' | 'reported'

type Where = ReturnType<ReturnType<typeof machineOf>['resolveState']>['value']

/** The phase of an interview. A state that the machine gains does not compile here until it has a phase. */
export const phaseOf = ({ snapshot }: Interview): Phase => {
  const { value } = snapshot as Interview['snapshot'] & { value: Where }
  return typeof value === 'string' ? value : ('talk' satisfies keyof typeof value)
}

/** True when the interview has its report. */
export const isOver = ({ interview }: { interview: Interview }): boolean => phaseOf(interview) === 'reported'

/** True while answers are taken, also in a pause. */
export const isTalking = (interview: Interview): boolean => {
  const phase = phaseOf(interview)
  return phase === 'talk' || phase === 'paused'
}
