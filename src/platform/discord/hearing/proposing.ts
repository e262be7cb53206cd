/** What is proposed while the options of a command are typed. */
import type { Desk } from '../../platform.ts'
import { PROPOSED } from '../registration.ts'
import type { Asking } from './asked.ts'
import type { Given } from './payload.ts'

/** Discord shows so many, and so much of each. */
const MOST = 25
const MOST_TEXT = 100

/** Proposes what the form by which an interview is begun would offer. */
export const proposingOf = (desk: Desk) => {
  return async ({ interaction, at, reply }: Asking): Promise<void> => {
    const focused = interaction.data?.options?.[0]?.options?.find((option) => option.focused)
    await reply.propose(
      focused?.name === PROPOSED ? await fitting(desk, focused, { ...at, locale: interaction.locale }) : [],
    )
  }
}

const fitting = async (
  desk: Desk,
  { value }: Given,
  { person, place, locale }: { person: string; place: string; locale: string | undefined },
) => {
  const form = await desk.form('start', { person, place, locale })
  const choices = form?.fields.find(({ name }) => name === PROPOSED)?.choices ?? []
  const words = String(value ?? '')
    .toLowerCase()
    .split(/\s+/)
  return choices
    .filter(({ value, label }) => words.every((word) => `${value} ${label}`.toLowerCase().includes(word)))
    .filter(({ value }) => value !== '' && value.length <= MOST_TEXT)
    .slice(0, MOST)
    .map(({ value, label }) => ({ name: label.slice(0, MOST_TEXT) || value, value }))
}
