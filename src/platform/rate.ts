/** Ratings given as a row of numbers, for platforms and people without a form. */

import type { Misuse } from './arguments.ts'
import type { Form } from './card.ts'

/** The fields of a rating form from numbers in the order of its fields; `-` leaves one out. */
export const ratedFields = (form: Form, ratings: string): { fields: Record<string, string> } | Misuse => {
  const given = ratings.split(/\s+/).filter(Boolean)
  const order = form.fields.map(({ label }) => label).join(', ')
  if (given.length !== form.fields.length) {
    return {
      fault: ({ misuse }) => misuse.ratings({ given: given.length, stages: form.fields.length }),
      mend: ({ misuse }) => misuse.rateEach({ order }),
    }
  }
  const fields: Record<string, string> = {}
  for (const [index, { name }] of form.fields.entries()) {
    const rating = given[index]
    if (rating !== undefined && rating !== '-') fields[name] = rating
  }
  return { fields }
}
