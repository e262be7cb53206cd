/** A file goes in and a picture comes out, over the edges of Slack and Discord as they run. */
import { afterEach, expect, test, vi } from 'vitest'
import type { Heard } from '../../src/platform/platform.ts'
import type { Tool } from '../../src/tools/tool.ts'
import { starting as onDiscord } from './discord/running.ts'
import { ONE } from './discord/stand-in/seed.ts'
import { type Hosted, hosted } from './on-a-host.ts'
import { starting as onSlack } from './slack/running.ts'

const discord = onDiscord()
const slack = onSlack()
const FILE = { name: 'rows.csv', mime: 'text/csv', text: 'y,p\n1,.9\n0,.2\n0,.4\n' }

/** Counts what is below the head of a file, and draws it. */
const counts: Tool = async ({ args, input }) => {
  const chunks = input ? await Array.fromAsync(input.bytes) : []
  const rows = Buffer.concat(chunks).toString('utf8').trim().split('\n').length - 1
  const picture = {
    kind: 'confusion',
    labels: ['no', 'yes'],
    counts: [
      [rows, 0],
      [0, 1],
    ],
  } as const
  return { title: 'Counted', text: `${rows} rows, label ${args.label}`, data: rows, pictures: [picture] }
}

let open: Hosted | undefined
afterEach(async () => {
  expect(open?.troubles).toEqual([])
  await open?.close()
})
const hear = (heard: Heard): Promise<void> | undefined => open?.host.hear(heard)
const tools = async (name: string) => (name === 'metrics' ? counts : undefined)
const PATIENCE = { timeout: 20_000, interval: 50 }

test('Slack: a command and its file in one message to the bot', async () => {
  const { far, platform } = await slack({ hear: async (heard) => hear(heard) })
  open = hosted(platform, tools)
  const one = far.person('T1', 'U1')
  one.say(one.direct, 'metrics --label y', { files: [FILE] })
  await vi.waitFor(() => {
    const texts = one.sees(one.direct).map(({ text }) => text)
    expect(texts.find((text) => text.includes('3 rows, label y'))).toMatch(/Counted/)
  }, PATIENCE)
  // The words come first, the picture after them.
  await vi.waitFor(() => {
    const names = [...(far.world.teams.get('T1')?.files.values() ?? [])].map(({ name }) => name)
    expect(names).toContain('mlsd-metrics-1-confusion.png')
  }, PATIENCE)
})

test('Discord: the command with the file as an option, seen by its person alone', async () => {
  const { far, platform, heard } = await discord({ hear: async (each) => hear(each) })
  open = hosted(platform, tools)
  const [one, two] = [far.person(ONE.candidate), far.person(ONE.watcher)]
  const upload = one.say(ONE.general, 'here', { files: [FILE] })
  const file = one.find(upload).message.attachments[0]?.id ?? ''
  const asked = await one.command(ONE.general, 'mlsd tools metrics', { values: '--label y', file })
  expect(asked.answered).toBe(true)
  await vi.waitFor(() => expect(JSON.stringify(one.sees(ONE.general))).toContain('3 rows, label y'), PATIENCE)
  expect(heard.find(({ id }) => id === asked.id)).toMatchObject({
    ...{ type: 'command', command: 'metrics', args: { label: 'y' } },
    file: { name: 'rows.csv', mime: 'text/csv', size: FILE.text.length },
  })
  const [answer] = one
    .sees(ONE.general)
    .filter(({ only }) => only === ONE.candidate)
    .slice(-1)
  expect(answer?.message.attachments.map(({ name, mime }) => [name, mime])).toEqual([
    ['mlsd-metrics-1-confusion.png', 'image/png'],
  ])
  expect(JSON.stringify(two.sees(ONE.general))).not.toContain('3 rows')
})
