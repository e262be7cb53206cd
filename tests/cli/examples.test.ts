/** What `--help` shows as an example is taken by the command as it stands there, word for word. */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import type { App } from '../../src/cli/app.ts'
import { runCli } from '../../src/cli/cli.ts'
import { Refusal } from '../../src/cli/failure.ts'
import { appOf } from '../../src/main.ts'
import { aboutCommand } from '../../src/platform/about.ts'
import { TOOL_COMMANDS } from '../../src/platform/tool-commands.ts'
import { wordsIn } from '../../src/words/words.ts'
import { collector } from './collector.ts'
import { dataFolder, mlsd } from './run.ts'

const FLOWS = join(import.meta.dirname, '..', '..', 'flows')
const CSV = 'label,score,y,p,day\n1,.9,1,.9,1\n0,.4,0,.4,2\n0,.2,0,.2,3\n1,.7,1,.7,4\n'

/** The help of `mlsd` and of every command in it, by the words that ask for it. */
const helps = async (words: readonly string[] = []): Promise<[string, string][]> => {
  const { out } = await mlsd(dataFolder(), [...words, '--help'])
  const [, list = ''] = /\nCommands:\n([\s\S]*?)(?:\n\n|$)/.exec(out) ?? []
  const below = [...list.matchAll(/^ {2}(?!help\b)([a-z][\w-]*)/gm)].map(([, name = '']) => [...words, name])
  const others = await Promise.all(below.map((one) => helps(one)))
  return [[words.join(' '), out], ...others.flat()]
}

/** The example lines of a help. */
const examplesIn = (help: string): string[] => {
  const [, list = ''] = /\nExamples?:\n([\s\S]*?)(?:\n\n|$)/.exec(help) ?? []
  return list.split('\n').flatMap((line) => (/^ {2}\S/.test(line) ? [line.trim()] : []))
}

/** The words as a shell makes them, without what is set before the command or said behind it. */
const inShell = (line: string): { words: string[]; from?: string } => {
  const [command = ''] = line.split(/ {3,}/)
  const [, typed = ''] = /(?:^|\s)(?:mlsd|bin\/mlsd\.js)(?:\s|$)(.*)$/.exec(command) ?? []
  const from = /<\s*(\S+)/.exec(typed)?.[1]
  const words = [...typed.replace(/[<>]\s*\S+/g, '').matchAll(/"([^"]*)"|(\S+)/g)].map(
    ([, quoted, bare]) => quoted ?? bare ?? '',
  )
  return { words, ...(from !== undefined && { from }) }
}

/** The files that examples name, by what they are. */
const filed = (folder: string): ((word: string) => string) => {
  const files: Record<string, string> = {
    'FILE.csv': CSV,
    'system.mmd': 'graph LR\n  app --> api --> app\n',
    'answer.txt': 'I split by time and check for leaks.',
    'answers.jsonl': `${JSON.stringify({ id: 'a', stage: 'data', problem: 'ad-clicks', text: 'I split by time.' })}\n`,
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  copyFileSync(join(FLOWS, 'problems', 'ad-clicks.yaml'), join(folder, 'my-problem.yaml'))
  copyFileSync(join(FLOWS, 'mlsd.yaml'), join(folder, 'my-flow.yaml'))
  return (word) =>
    /^[\w-]+\.(?:csv|mmd|txt|jsonl?|ya?ml|html|db|png|svg)$/.test(word) ? join(folder, word) : word
}

/** They talk, serve or measure for long: that they take their words is all that is asked of them here. */
const LONG = ['', 'practice', 'daily', 'eval', 'serve', 'doctor', 'cost']

/** Takes the words as `mlsd` does, and stops where the command begins its work. */
const taken = async (words: readonly string[]): Promise<string> => {
  const [out, err] = [collector(), collector()]
  const app = appOf({ MLSD_HOME: dataFolder() }, { in: Readable.from([]), out, err, tty: false })
  const stopping = new Proxy(app, {
    get: (real, name: keyof App) =>
      typeof real[name] === 'function'
        ? () => {
            throw new Refusal('Here it begins.')
          }
        : real[name],
  })
  await runCli(stopping, words)
  return err.text()
}

/** What the words came to where they were not understood; the data folder is empty, so much cannot be done. */
const misunderstood = ({ err }: { err: string }): string | undefined =>
  /^error:|add --help|cannot read/m.test(err) ? err : undefined

test('every example of every help is taken as it stands there', async () => {
  const shown = await helps()
  expect(shown.length).toBeGreaterThan(30)
  for (const [name, help] of shown) {
    const examples = examplesIn(help)
    expect(examples, name).not.toEqual([])
    for (const line of examples) {
      const { words, from } = inShell(line)
      const home = dataFolder()
      const at = filed(home)
      if (LONG.includes(words[0] ?? '')) {
        expect(await taken(words.map(at)), line).toContain('Here it begins.')
        continue
      }
      const input = from === undefined ? '' : readFileSync(at(from), 'utf8')
      const came = await mlsd(home, words.map(at), input)
      expect(misunderstood(came), line).toBeUndefined()
      expect(came.code, `${line}: ${came.err}`).toBeLessThan(3)
      if (TOOL_COMMANDS.some((one) => one.name === name)) expect(came.code, came.err).toBe(0)
    }
  }
}, 60_000)

const suggested = TOOL_COMMANDS.flatMap(({ name, args, takes }) =>
  args.flatMap((argument) => {
    const help = aboutCommand(name, wordsIn('en')).options[argument.name] ?? ''
    const [, value] =
      /such as ([^,;]+)$|or (0\.048 points)$/.exec(help)?.filter((one) => one !== undefined) ?? []
    if (value === undefined || argument.raw || /^(?:classification|decide)/.test(value)) return []
    return [[name, argument.name, value.replace(/ or .*/, ''), takes] as const]
  }),
)

test.each(suggested)('%s takes --%s %s, as its help says', async (name, option, value, takes) => {
  const home = dataFolder()
  const at = filed(home)
  const file = takes === 'file' && name !== 'bias-variance' ? [at('FILE.csv')] : []
  const given = value.split(' ')
  const before = await mlsd(home, [name, `--${option}`, ...given, ...file])
  expect(misunderstood(before)).toBeUndefined()
  const behind = await mlsd(home, [name, ...file, `--${option}`, ...given])
  expect(behind).toEqual(before)
  expect(await mlsd(home, [name, ...file, `--${option}`, value])).toEqual(before)
})

test('two costs stand before a file, behind it, or in quotation marks, and a second file is refused', async () => {
  const home = dataFolder()
  const file = filed(home)('FILE.csv')
  const wanted = await mlsd(home, ['metrics', file, '--costs', '12 95'])
  expect(wanted).toMatchObject({ code: 0, err: '' })
  for (const costs of [['12', '95'], ['12/95'], ['12,', '95'], ['12', 'of', '95']]) {
    expect(await mlsd(home, ['metrics', '--costs', ...costs, file])).toEqual(wanted)
    expect(await mlsd(home, ['metrics', file, '--costs', ...costs])).toEqual(wanted)
  }
  const two = await mlsd(home, ['metrics', file, '--costs', '12', '95', 'other.csv'])
  expect(two).toMatchObject({ code: 1, out: '', err: expect.stringContaining('other.csv') })
})
