/** Any card and any form, with the words of somebody who would like to call everybody. */
import fc from 'fast-check'
import type { Button, Card, Field, Form } from '../../../src/platform/card.ts'
import { hostile } from './hostile.ts'

const name = fc.stringMatching(/^[a-z]{1,12}$/)
const line = fc.oneof(hostile, fc.string({ unit: 'grapheme', maxLength: 200 }))
const args = fc.dictionary(name, line, { maxKeys: 3 })

/** Short words, words of some pages, and code and tables that are longer than a message. */
const text = fc.oneof(
  { weight: 4, arbitrary: hostile },
  { weight: 1, arbitrary: fc.array(hostile, { maxLength: 60 }).map((all) => all.join('\n\n')) },
  fc
    .tuple(
      fc.constantFrom('if (a < b && c > d)', 'x', '| a & b | c |', '> so <it>', '- <!channel>', '&&&&&&'),
      fc.integer({ max: 1500, min: 1 }),
    )
    .map(
      ([piece, count]) => `\`\`\`js\n${`${piece}\n`.repeat(count)}\`\`\`\n\n${`${piece}\n`.repeat(count)}`,
    ),
  fc.integer({ min: 1, max: 15_000 }).map((length) => '<'.repeat(length)),
)

const button: fc.Arbitrary<Button> = fc.record(
  { label: line, command: name, args, confirm: line },
  { requiredKeys: ['label', 'command'] },
)

const choices = fc.array(fc.record({ value: fc.oneof(name, line), label: line }), { maxLength: 250 })

const field: fc.Arbitrary<Omit<Field, 'name'>> = fc.record(
  {
    label: line,
    choices,
    many: fc.constant(true as const),
    places: fc.constant(true as const),
    number: fc.tuple(fc.integer(), fc.nat()).map(([least, more]) => ({ least, most: least + more })),
    long: fc.constant(true as const),
    optional: fc.boolean(),
    when: fc.record({ field: fc.constantFrom('f0', 'f1', 'f2'), is: name }),
    preset: fc.oneof(name, line, fc.integer().map(String), fc.constant('slack:T1/C1,slack:T1/C2,D1,x')),
  },
  { requiredKeys: ['label'] },
)

/** Any form, its fields called f0, f1 and so on. */
export const forms: fc.Arbitrary<Form> = fc.record(
  {
    id: fc.constantFrom('start', 'rate', 'settings', 'team'),
    title: line,
    text,
    fields: fc
      .array(field, { maxLength: 8 })
      .map((all) => all.map((one, index) => ({ ...one, name: `f${index}` }))),
  },
  { requiredKeys: ['id', 'title', 'fields'] },
)

/** Any card. */
export const cards: fc.Arbitrary<Card> = fc.record(
  {
    tone: fc.constantFrom('interviewer', 'notice', 'report', 'answer'),
    title: line,
    text,
    footer: line,
    buttons: fc.array(button, { maxLength: 60 }),
    form: forms,
  },
  { requiredKeys: ['tone', 'text'] },
)
