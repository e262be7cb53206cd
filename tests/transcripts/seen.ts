/** Compares the screen at a moment with what a transcript says of it. */
import type { StateValue } from 'xstate'
import type { Card } from '../../src/platform/card.ts'
import type { Bounds, Seen } from './transcript.ts'

/** What is not as it should be, one sentence each; `since` is the number of cards before the person's last deed. */
export const looked = (seen: Seen, screen: readonly Card[], since: number, state: StateValue): string[] => {
  const fresh = screen.slice(since)
  const words = fresh.map(wordsOf).join('\n')
  const last = screen.at(-1)
  const faults: string[] = []
  for (const wanted of seen.shows ?? [])
    if (!words.includes(wanted)) faults.push(`"${wanted}" is not shown, but:\n${words}`)
  for (const unwanted of seen.hides ?? [])
    if (words.includes(unwanted)) faults.push(`"${unwanted}" is shown:\n${words}`)
  for (const wanted of seen.last ?? []) {
    if (last === undefined || !wordsOf(last).includes(wanted))
      faults.push(`the last card does not say "${wanted}", but:\n${last && wordsOf(last)}`)
  }
  if (seen.tone !== undefined && last?.tone !== seen.tone)
    faults.push(`the last card is ${last?.tone}, not ${seen.tone}`)
  if (seen.cards !== undefined && !within(fresh.length, seen.cards))
    faults.push(`${fresh.length} cards, not ${bounds(seen.cards)}:\n${words}`)
  if (seen.at !== undefined && named(state) !== seen.at)
    faults.push(`the talk is at ${named(state)}, not ${seen.at}`)
  return faults
}

export const within = (value: number, { least = -Infinity, most = Infinity }: Bounds): boolean =>
  value >= least && value <= most

export const bounds = ({ least, most }: Bounds): string =>
  least === most ? `${least}` : `${least ?? 'any'} to ${most ?? 'any'}`

const wordsOf = ({ title, text, footer }: Card): string => [title, text, footer].filter(Boolean).join('\n')

/** `data.listening` for `{ talk: { data: 'listening' } }`. */
const named = (state: StateValue): string => path(state).replace(/^talk\./, '')

const path = (state: StateValue): string =>
  typeof state === 'string'
    ? state
    : Object.entries(state)
        .map(([outer, inner]) => (inner === undefined ? outer : `${outer}.${path(inner)}`))
        .join('.')
