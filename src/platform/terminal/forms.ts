/** The forms that stand open on a terminal. */
import type { Words } from '../../words/words.ts'
import type { Form } from '../card.ts'
import { type Asking, ask } from './asking.ts'

export type Forms = {
  /** A form was shown; what stands around its own words is said in these. */
  show(form: Form, words: Words): void
  /** The form that is being asked field by field. */
  asking(): Asking | undefined
  /** The rating form shown last, for ratings given as a row of numbers. */
  rating(): Form | undefined
  /** A rating was asked for and neither given nor left out. */
  ratingOpen(): boolean
  /** The person gave the form, or wants none of it. */
  close(): void
  /** What a command, or a form by its id, means for those that stand open. */
  heard(command: string): void
}

/** Commands that stand for an answer to a form. */
const ANSWERS: Record<Form['id'], readonly string[]> = {
  start: ['start', 'resume'],
  rate: ['rate', 'skip', 'end'],
  settings: ['settings'],
  team: ['settings'],
  channel: ['channel'],
  marks: ['marks'],
}

const IDS = Object.keys(ANSWERS) as Form['id'][]

export const openForms = (): Forms => {
  let asking: Asking | undefined
  let rating: Form | undefined
  let ratingOpen = false
  const answered = (id: Form['id']): void => {
    if (asking?.form.id === id) asking = undefined
    if (id === 'rate') ratingOpen = false
  }
  return {
    show(form, words) {
      asking = form.fields.length > 0 ? ask(form, words) : undefined
      if (form.id === 'rate') {
        rating = form
        ratingOpen = true
      }
    },
    asking: () => asking,
    rating: () => rating,
    ratingOpen: () => ratingOpen,
    close() {
      asking = undefined
    },
    heard(command) {
      for (const id of IDS) if (ANSWERS[id].includes(command)) answered(id)
    },
  }
}
