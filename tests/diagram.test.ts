import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { diagramsOf } from '../scripts/draw.ts'
import { type Part, PRINTED, partsNow, withPart } from '../scripts/printed.ts'
import { type Flow, route } from '../src/flow/flow.ts'
import { parseFlow } from '../src/flow/parse.ts'
import { LIMITS as DISCORD } from '../src/platform/discord/limits.ts'
import { LIMITS as SLACK } from '../src/platform/slack/limits.ts'
import { limitsOf } from '../src/platform/terminal/limits.ts'

const read = (file: string) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')
const flow = parseFlow(read('flows/mlsd.yaml'), 'flows/mlsd.yaml')
const linesOf = (diagram: string) => diagram.split('\n').map((line) => line.trim())
const numbered = (of: Flow) => route(of).map(({ id }) => id)

test.each(
  Object.entries(PRINTED).flatMap(([file, parts]) => parts.map((part): [string, Part] => [file, part])),
)('%s shows the %s as it is; if not, run "npm run diagram"', (file, part) => {
  const document = read(file)
  expect(document).toBe(withPart(document, part, partsNow()[part]))
})

test('the script prints what the documents hold', () => {
  const { stdout, status } = spawnSync(process.execPath, ['scripts/diagram.ts'], {
    cwd: new URL('..', import.meta.url),
    encoding: 'utf8',
  })
  expect(status).toBe(0)
  const parts = partsNow()
  expect(Object.keys(parts).toSorted()).toEqual([...new Set(Object.values(PRINTED).flat())].toSorted())
  expect(stdout).toBe(`${Object.values(parts).join('\n\n')}\n`)
})

test('every stage is shown with its minutes, in the order in which they are held, there and back', () => {
  const lines = linesOf(diagramsOf(flow).whole)
  const titles = route(flow).map(({ id, title, minutes }) => `${id} : ${title} (${minutes} min)`)
  expect(lines.filter((line) => line.endsWith(' min)'))).toEqual(titles)
  const order = numbered(flow)
  for (const [n, stage] of order.entries()) {
    const next = order[n + 1]
    if (next === undefined) continue
    expect(lines).toContain(`${stage} --> ${next} : when closed`)
    expect(lines).toContain(`${next} --> ${stage} : back`)
  }
})

test('around the talk stand setup, pausing, debrief, grading, the report and another go', () => {
  const lines = linesOf(diagramsOf(flow).whole)
  for (const line of [
    '[*] --> setup',
    'setup --> talk : begin',
    'talk --> paused : pause',
    'paused --> talk : resume where it was',
    'grading --> teaching : when all judged',
    'reported --> talk : retry any stage',
  ]) {
    expect(lines).toContain(line)
  }
  expect(lines.some((line) => line.startsWith('talk --> debrief : '))).toBe(true)
  expect(lines.some((line) => line.startsWith('debrief --> grading : '))).toBe(true)
})

test('a stage goes round from thinking to listening and leaves by closing', () => {
  const lines = linesOf(diagramsOf(flow).inside)
  expect(lines).toContain('[*] --> thinking')
  expect(lines.at(-1)).toBe('closing --> [*]')
  for (const way of ['thinking --> listening', 'listening --> thinking', 'thinking --> closing']) {
    expect(lines.some((line) => line.startsWith(`${way} : `))).toBe(true)
  }
})

test('another flow is another picture of the whole, and the same inside', () => {
  const [first, second, ...others] = flow.stages
  if (!first || !second) throw new Error('The flow has fewer than two stages.')
  const turned = diagramsOf({ ...flow, stages: [second, first, ...others] })
  expect(linesOf(turned.whole)).toContain(`${second.id} --> ${first.id} : when closed`)
  expect(turned.inside).toBe(diagramsOf(flow).inside)
})

test('the table of platforms has a row for every ability, and says of each gap why it is there', () => {
  const [head = [], , ...rows] = partsNow()
    .platforms.split('\n')
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
  expect(head).toEqual(['', 'terminal', 'Slack', 'Discord'])
  expect(rows).toHaveLength(Object.keys(DISCORD).length)
  for (const [means = '', terminal, slack, discord] of rows) {
    expect(means).not.toBe('')
    for (const cell of [terminal, slack, discord]) expect(cell).toMatch(/^(yes|any|[\d,]+|\S+ .+)$/)
  }
  const gap = rows.find(([means]) => means?.includes('can be removed'))
  expect(gap?.slice(1)).toEqual([limitsOf(true).removal, SLACK.removal, 'yes'])
})

test('a document without a place for a part is refused', () => {
  expect(withPart('a\n<!-- x -->\nold\n<!-- /x -->\nb', 'x', 'new')).toBe(
    'a\n<!-- x -->\nnew\n<!-- /x -->\nb',
  )
  expect(() => withPart('a\n<!-- /x -->\n<!-- x -->', 'x', 'new')).toThrow('no place for "x"')
})
