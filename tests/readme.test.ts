/** The conversation in the README is a real one. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { withPart } from '../scripts/printed.ts'
import { transcriptNow } from '../scripts/transcript.ts'

it('shows the interview as the program holds it; if not, run "node scripts/transcript.ts --write"', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  const now = transcriptNow()
  for (const wanted of ['Hint 1 of 4', '120 million people', 'Report: Ad click prediction'])
    expect(now).toContain(wanted)
  expect(readme).toBe(withPart(readme, 'transcript', now))
})
