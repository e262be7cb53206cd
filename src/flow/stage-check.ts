/** What a schema cannot see inside one stage. */
import type { Finding, Path } from './faults.ts'
import { type Criterion, reaches, type Signals, type Stage } from './flow.ts'
import { repeatedIds, unknownId } from './identity.ts'
import { placeholders, questionFindings } from './wording.ts'

/** Findings of a stage and all its criteria, with paths that begin at the stage. */
export const checkStage = (stage: Stage): Finding[] => {
  const steps = stage.steps.map(({ id }) => id)
  const { criteria, ...head } = stage
  return [
    ...repeatedIds(stage.steps, ['steps'], 'step of this stage'),
    ...questionFindings(stage.opening, ['opening']),
    ...questionFindings(stage.alone ?? '', ['alone']),
    ...placeholders(head),
    ...(criteria.some(({ core }) => core !== undefined)
      ? []
      : [
          {
            path: ['criteria'],
            says: 'no criterion of this stage is core, so nobody could earn its mark',
            mend: 'give at least one of them a core level, such as "core: mid"',
          },
        ]),
    ...criteria.flatMap((criterion, index) => [
      ...unknownId(criterion.step, steps, ['criteria', index, 'step'], 'step in this stage with the id'),
      ...under(['criteria', index], checkCriterion(criterion)),
    ]),
  ]
}

/** Findings of one criterion, with paths that begin at the criterion. */
export const checkCriterion = (criterion: Criterion): Finding[] => {
  const { id, level, core, signals, measured, probes, alone = [], press } = criterion
  const found: Finding[] = []
  if (!signals && !measured) {
    const says = `${id} has neither signals nor measured, so it could not be judged without a model`
    found.push({ path: [], says, mend: 'add signals with ideas, or "measured: stages-reached"' })
  }
  if (core && !reaches(core, level)) {
    const says = `it is core from ${core} but expected only from ${level}`
    found.push({ path: ['core'], says, mend: `write "core: ${level}" or a higher level, or lower level` })
  }
  if (signals) found.push(...signalFindings(signals, ['signals']))
  found.push(...probes.flatMap((probe, index) => questionFindings(probe, ['probes', index])))
  found.push(...alone.flatMap((probe, index) => questionFindings(probe, ['alone', index])))
  return [...found, ...questionFindings(press, ['press']), ...placeholders(criterion)]
}

/** A finding when signals ask for more ideas than there are. */
export const signalFindings = ({ ideas, clear }: Signals, path: Path): Finding[] =>
  clear === undefined || clear <= ideas.length
    ? []
    : [
        {
          path: [...path, 'clear'],
          says: `clear asks for ${clear} ideas and there ${ideas.length === 1 ? 'is' : 'are'} ${ideas.length}`,
          mend: `write a number up to ${ideas.length}, add ideas, or leave clear out`,
        },
      ]

/** Findings moved below a path. */
export const under = (path: Path, findings: readonly Finding[]): Finding[] =>
  findings.map((finding) => ({ ...finding, path: [...path, ...finding.path] }))
