import type { Words } from '../en/en.ts'

export const PROGRESS: Words['progress'] = {
  stages: 'Wertungen je Abschnitt, die jüngste zuletzt',
  marks: ({ stage, marks }) => `${stage}: ${marks}`,
  up: ({ by }) => `um ${by} gestiegen`,
  down: ({ by }) => `um ${by} gefallen`,
  overRated: ({ by }) => `um ${by} überschätzt`,
  underRated: ({ by }) => `um ${by} unterschätzt`,
  pace: ({ share }) => `braucht ${share} % der Zeit`,
  weakest: ({ names }) => `Was noch nicht sitzt: ${names}.`,
  strongest: ({ names }) => `Was sitzt: ${names}.`,
  nextMark: ({ stage, mark }) => `In Reichweite: Wertung ${mark} in ${stage}, die du noch nie hattest.`,
  nextCount: ({ left, count }) =>
    `Noch ${left === 1 ? 'ein Interview' : `${left} Interviews`}, dann sind es ${count}.`,
}
