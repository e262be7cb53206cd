/** What the tests of a platform out of its mind have in common. */
import { afterEach, beforeEach } from 'vitest'
import type { Form } from '../../src/platform/card.ts'
import type { Desk } from '../../src/platform/platform.ts'
import { EMPTY_DESK } from './bare.ts'

/** Everything that nobody has caught during the test. */
export const uncaughtErrors = (): readonly unknown[] => {
  const uncaught: unknown[] = []
  const note = (error: unknown): void => void uncaught.push(error)
  beforeEach(() => {
    uncaught.length = 0
    process.on('unhandledRejection', note).on('uncaughtException', note)
  })
  afterEach(() => {
    process.off('unhandledRejection', note).off('uncaughtException', note)
  })
  return uncaught
}

const FORM: Form = {
  id: 'start',
  title: 'Start an interview',
  fields: [
    { name: 'problem', label: 'Problem', choices: ['a', 'b'].map((value) => ({ value, label: value })) },
    { name: 'aim', label: 'Aim', long: true },
  ],
}

/** A desk with one form. */
export const FORM_DESK: Desk = { ...EMPTY_DESK, form: async (id) => (id === FORM.id ? FORM : undefined) }
