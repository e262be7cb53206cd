import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { farthest, reference } from './reference.ts'

const PARTS = ['classification', 'ranking', 'regression', 'distributions', 'intervals']

/** The Debian package belongs to Debian's own Python, which need not be the first one on the path. */
const PYTHON = ['python3', '/usr/bin/python3'].find(
  (python) => spawnSync(python, ['-c', 'import sklearn, scipy']).status === 0,
)

test('the figures written down are those that scikit-learn gives here', ({ skip }) => {
  if (PYTHON === undefined) return skip('no python3 with scikit-learn here; Debian has it as python3-sklearn')
  const script = fileURLToPath(new URL('reference.py', import.meta.url))
  const { stdout, status, stderr } = spawnSync(PYTHON, [script, '--print'], { encoding: 'utf8' })
  expect(stderr).toBe('')
  expect(status).toBe(0)
  const found = JSON.parse(stdout) as Record<string, unknown>
  for (const part of PARTS) expect(farthest(found[part], reference(part))).toBeUndefined()
})
