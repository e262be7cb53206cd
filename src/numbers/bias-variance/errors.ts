/** Errors side by side, as they were measured. */
import { BadInput } from '../bad-input.ts'
import { demandWhole, demandWithin } from '../columns.ts'

/** Shares of wrong answers from 0 to 1, or any error of 0 or more in one unit, such as a mean absolute error. */
export type Errors = {
  /** On rows trained on. */
  train: number
  /** On rows not trained on, from the same source as those trained on, where the sources differ. */
  trainDev?: number
  /** On rows not trained on, from the source that counts. */
  validation: number
  /** On rows that nothing was chosen by. */
  test?: number
  /** What could be reached at best: human error, a target, the best known. */
  target?: number
}

/** A gap between two errors that follow one another, and what it tells. */
export type Gap = {
  kind: 'bias' | 'variance' | 'mismatch' | 'overfit to validation'
  from: string
  to: string
  size: number
}

/** Throws {@link BadInput} for an error below 0 or no number, and for rows that are no whole number. */
export const checkErrors = (errors: Errors, rows?: number): void => {
  for (const [name, value] of Object.entries(errors))
    if (value !== undefined) demandWithin(name, value, 0, Number.POSITIVE_INFINITY)
  if (!(errors.train >= 0) || !(errors.validation >= 0))
    throw new BadInput('Training and validation error are both needed.', { mend: 'Give both of them.' })
  if (rows !== undefined) demandWhole('rows', rows, 1)
}

/**
 * The gaps in their order: from what could be reached to training is avoidable bias, from training to rows of the same
 * source not trained on is variance, from there to the source that counts is a mismatch of the data, and from validation to
 * test is what was fitted to the validation rows by choosing. A gap below 0 is kept as it is.
 */
export const gapsOf = ({ train, trainDev, validation, test, target }: Errors): Gap[] => {
  const steps: { name: string; error: number | undefined; kind: Gap['kind'] }[] = [
    { name: 'training', error: train, kind: 'bias' },
    { name: 'train-dev', error: trainDev, kind: 'variance' },
    { name: 'validation', error: validation, kind: trainDev === undefined ? 'variance' : 'mismatch' },
    { name: 'test', error: test, kind: 'overfit to validation' },
  ]
  const known = steps.flatMap(({ error, ...rest }) => (error === undefined ? [] : [{ ...rest, error }]))
  let before = target === undefined ? undefined : { name: 'target', error: target }
  return known.flatMap(({ name, error, kind }): Gap[] => {
    const from = before
    before = { name, error }
    return from === undefined ? [] : [{ kind, from: from.name, to: name, size: error - from.error }]
  })
}
