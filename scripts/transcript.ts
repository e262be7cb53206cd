/**
 * Prints a real interview as a person would see it: `node scripts/transcript.ts`. The program is run as a user runs it,
 * on a pipe and a clock of its own; what is typed is marked with `> `. With `--write` it goes between its markers in
 * README.md.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { withPart } from './printed.ts'

const ARGUMENTS = ['practice', '--problem', 'ad-clicks', '--level', 'mid', '--minutes', '15']

/** The interview of `tests/transcripts/readme.txt`, in a fence. */
export const transcriptNow = (): string => {
  const script = readFileSync(new URL('../tests/transcripts/readme.txt', import.meta.url), 'utf8')
  const parts = script.split(/\n{2,}/).map((part) => part.trim())
  const turns = held(parts.filter((part) => !isDirection(part)))
  return `\`\`\`text\n$ npx mlsd ${ARGUMENTS.join(' ')}\n\n${directed(parts, turns).join('\n\n')}\n\`\`\``
}

/** "# hide" and "# show" leave out what comes between them, "# until TITLE" ends before that heading. */
const isDirection = (part: string): boolean => part.startsWith('#')

/** What the program shows, in blocks: those before the first thing typed, then those of each, its own words first. */
const held = (typed: readonly string[]): string[][] => {
  const home = mkdtempSync(join(tmpdir(), 'mlsd-'))
  try {
    const { PATH = '' } = process.env
    const program = fileURLToPath(new URL('../bin/mlsd.js', import.meta.url))
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [program, ...ARGUMENTS, '--clock', 'virtual'],
      {
        input: typed.join('\n\n'),
        env: { PATH, HOME: home, MLSD_HOME: home, NO_COLOR: '1' },
        encoding: 'utf8',
      },
    )
    if (status !== 0) throw new Error(`mlsd ended with ${status}:\n${stderr}`)
    return turnsIn(unfolded(stdout, home), typed.length)
  } finally {
    rmSync(home, { recursive: true })
  }
}

/** The home is named as a person's, whatever its length; the notice that names it is the only line that this moves. */
const unfolded = (output: string, home: string): string =>
  output.replace(
    /What you say is stored in[\s\S]*?\n\n/,
    (notice) => `${folded(notice.replace(home, '~/.local/share/mlsd'))}\n\n`,
  )

const ECHO = 'You\n---\n'

const turnsIn = (output: string, count: number): string[][] => {
  const turns: string[][] = [[]]
  for (const block of output.trim().split(/\n{2,}/)) {
    if (block.startsWith(ECHO)) turns.push([block.slice(ECHO.length).replace(/^/gm, '> ')])
    else turns.at(-1)?.push(block)
  }
  if (turns.length !== count + 1)
    throw new Error(`${count} paragraphs were typed, and shown is this:\n${output}`)
  return turns
}

const directed = (parts: readonly string[], turns: readonly string[][]): string[] => {
  const out = [...(turns[0] ?? [])]
  let typed = 0
  let hiding = false
  for (const part of parts) {
    if (isDirection(part)) {
      if (part === '# hide') out.push(LEFT_OUT)
      hiding = part === '# hide'
      const until = /^# until (.*)$/.exec(part)?.[1]
      if (until !== undefined) return [...before(out, until), LEFT_OUT]
      continue
    }
    typed += 1
    if (!hiding) out.push(...(turns[typed] ?? []).slice(part.startsWith('/wait') ? 1 : 0))
  }
  return out
}

const LEFT_OUT = '[...]'

const before = (out: readonly string[], heading: string): string[] => {
  const end = out.findIndex((block) => block.startsWith(heading))
  if (end < 0) throw new Error(`Nothing shown begins with "${heading}".`)
  return out.slice(0, end)
}

const WIDTH = 80

const folded = (text: string): string => {
  const lines = ['']
  for (const word of text.trim().split(/\s+/)) {
    const line = lines.at(-1) ?? ''
    if (line === '') lines[lines.length - 1] = word
    else if (line.length + 1 + word.length > WIDTH) lines.push(word)
    else lines[lines.length - 1] = `${line} ${word}`
  }
  return lines.join('\n')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = new URL('../README.md', import.meta.url)
  const text = transcriptNow()
  if (process.argv.includes('--write')) {
    writeFileSync(file, withPart(readFileSync(file, 'utf8'), 'transcript', text))
  } else process.stdout.write(`${text}\n`)
}
