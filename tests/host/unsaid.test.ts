/** What is left of a reason once the words that somebody wrote are taken out of it. */
import { expect, test } from 'vitest'
import { unsaid } from '../../src/host/unsaid.ts'

const WRITTEN = ['The goal is fewer complaints, and more clicks.', 'Yes.']

test.each([
  ['bad request: The goal is fewer complaints, and more clicks.', 'bad request: ....'],
  ['no: "the goal -- IS fewer\\ncomplaints" was sent', 'no: "..." was sent'],
  ['goal is fewer complaints', '...'],
  ['one the goal is fewer two more clicks three', 'one ... two more clicks three'],
  ['(400: {"content":"...fewer complaints, and more cl', '(400: {"content":"...... cl'],
])('%s', (reason, left) => expect(unsaid(reason, WRITTEN)).toBe(left))

test.each(['the model is not found', 'Yes. The goal is', '', '429: too many requests, and more clicks'])(
  'what only looks like it stays: "%s"',
  (reason) => expect(unsaid(reason, WRITTEN)).toBe(reason),
)

test('nothing is left out where nobody wrote anything', () => {
  expect(unsaid('a b c d e', [])).toBe('a b c d e')
})
