/** A person's interviews over time. */
export const PROGRESS = {
  stages: 'Marks by stage, the latest last',
  marks: ({ stage, marks }: { stage: string; marks: string }) => `${stage}: ${marks}`,
  up: ({ by }: { by: number }) => `up by ${by}`,
  down: ({ by }: { by: number }) => `down by ${by}`,
  overRated: ({ by }: { by: number }) => `over-rated by ${by}`,
  underRated: ({ by }: { by: number }) => `under-rated by ${by}`,
  pace: ({ share }: { share: number }) => `takes ${share} % of its time`,
  weakest: ({ names }: { names: string }) => `What does not sit yet: ${names}.`,
  strongest: ({ names }: { names: string }) => `What sits: ${names}.`,
  nextMark: ({ stage, mark }: { stage: string; mark: number }) =>
    `Within reach: mark ${mark} in ${stage}, which you have not had so far.`,
  nextCount: ({ left, count }: { left: number; count: number }) =>
    `${left === 1 ? 'One more interview' : `${left} more interviews`}, and it is ${count}.`,
}
