import type { Words } from '../en/en.ts'

export const SUMS: Words['sums'] = {
  figure: ({ number }) => number.replace(/[.,]/g, (sign) => (sign === ',' ? '.' : ',')),
  times: ({ stated, by }) => `${stated}: das ${by}-Fache des richtigen Werts`,
  part: ({ stated, by }) => `${stated}: ${by} des richtigen Werts`,
  over: ({ sum, over, most }) => `${sum} sind ${over} mehr als die ${most}, die es gibt`,
  pays: 'Handeln lohnt sich ab der Wahrscheinlichkeit, bei der beide Fehler gleich viel kosten: t × Versäumnis = (1 - t) × Fehlalarm.',
  threshold: ({ costs }) => `t = Fehlalarm / (Fehlalarm + Versäumnis) = ${costs}`,
}
