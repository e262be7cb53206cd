/** `mlsd metrics`, `mlsd estimate` and the other tools: a command each, as the table of commands has them. */
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { type Command, Option } from 'commander'
import { aboutCommand } from '../platform/about.ts'
import type { Argument, CommandSpec } from '../platform/command.ts'
import { TOOL_COMMANDS } from '../platform/tool-commands.ts'
import type { Answer, Asked, Input } from '../tools/tool.ts'
import { wordsIn } from '../words/words.ts'
import type { App } from './app.ts'
import { Refusal } from './failure.ts'
import { print, printCard, printJson } from './print.ts'
import { readingOn } from './reading.ts'

type Given = Readonly<Record<string, string | readonly string[]>>

type Options = Given & {
  json?: boolean
  png?: string
  svg?: string
  plot?: boolean
  theme: 'light' | 'dark'
}

/** Adds a command for each tool. */
export const addTools = (program: Command, app: App): void => {
  for (const spec of TOOL_COMMANDS) addTool(program, app, spec)
}

const addTool = (program: Command, app: App, spec: CommandSpec): void => {
  const { about, options } = aboutCommand(spec.name, wordsIn('en'))
  const command = program.command(spec.name).summary(summaryOf(about)).description(about)
  const text = spec.args.find(({ raw }) => raw)
  if (text) command.argument(`[${text.name}...]`, options[text.name] ?? '')
  if (spec.takes === 'file' && !text) command.argument('[file]', 'a CSV file, or - for standard input')
  for (const argument of spec.args) {
    const { name, raw } = argument
    if (!raw) command.option(`--${name} ${slotOf(spec, argument)}`, options[name] ?? '')
  }
  command
    .option('--json', 'print the answer as one JSON document')
    .option('--png <file>', 'write its picture as PNG')
    .option('--svg <file>', 'write its picture as SVG')
    .option('--plot', 'draw its pictures in characters also where the output is no terminal')
    .addOption(
      new Option('--theme <name>', 'colours of the picture').choices(['light', 'dark']).default('light'),
    )
    .addHelpText('after', `\nExample:\n  mlsd ${exampleOf(spec)}`)
    .action((first: string | string[] | undefined, given?: Options | Command) =>
      run(app, spec, text || spec.takes === 'file' ? first : undefined, optionsOf(command, given)),
    )
}

/** Several words make one value where no file can be meant by the last of them, or where several belong together. */
const slotOf = ({ takes }: CommandSpec, { values = 1 }: Argument): string =>
  values > 1 ? '<values...>' : takes === 'file' ? '<value>' : '<value...>'

/** Commander hands on the arguments that there are, then the options. */
const optionsOf = (command: Command, _: unknown): Options => command.opts<Options>()

const summaryOf = (about: string): string => about.charAt(0).toLowerCase() + about.slice(1).replace(/\.$/, '')

/** As it is typed into a shell. */
const exampleOf = ({ name, example, args, takes }: CommandSpec): string => {
  const rest = example.slice(name.length).trim()
  if (args.some(({ raw }) => raw))
    return takes === 'file' ? `${name} --png system.png < system.mmd` : `${name} "${rest}"`
  return takes === 'file' && name !== 'bias-variance' ? `${name} FILE.csv ${rest}` : `${name} ${rest}`
}

const run = async (
  app: App,
  spec: CommandSpec,
  first: string | readonly string[] | undefined,
  { json, png, svg, plot, theme, ...rest }: Options,
): Promise<void> => {
  const { toolNamed } = await import('../tools/tools.ts')
  const tool = await toolNamed(spec.name)
  if (tool === undefined) throw new Refusal(`There is no tool "${spec.name}".`)
  const typed = typeof first === 'string' ? undefined : first?.join(' ')
  const { args, left } = named(spec, rest)
  const [file, ...more] = [...(typeof first === 'string' ? [first] : []), ...left]
  if (more.length > 0) throw new Refusal(`${spec.name} takes one file, not also "${more.join(' ')}".`)
  const input = typed ? undefined : await inputOf(app, spec, file)
  const reading = readingOn(app.streams.err)
  const asked: Asked = {
    args: { ...args, ...(typed && { text: typed }) },
    ...(input && { input }),
    progress: reading.at,
  }
  const answer = await tool(asked).finally(reading.end)
  await drawn(app, answer, { png, svg, theme })
  if (json) return printJson(app.streams.out, answer.data)
  const plots = plot || app.streams.tty ? await plotted(answer) : ''
  await printCard(app, { tone: 'answer', title: answer.title, text: answer.text })
  if (plots !== '') await print(app.streams.out, `\n${plots}\n`)
}

/** The options by their names, and the words behind several values that are none of them: a file, where one is taken. */
const named = (spec: CommandSpec, options: Given): { args: Record<string, string>; left: string[] } => {
  const args: Record<string, string> = {}
  const left: string[] = []
  for (const argument of spec.args) {
    const given = options[inCamel(argument.name)]
    if (given === undefined) continue
    const words = [given].flat()
    const own = spec.takes === 'file' ? belonging(words, argument.values ?? 1) : words.length
    args[argument.name] = words.slice(0, own).join(' ')
    left.push(...words.slice(own))
  }
  return { args, left }
}

/** Commander writes `train-dev` as `trainDev`. */
const inCamel = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

/** How many of the words make up so many values; `12 95`, `12/95` and `12, 95` are two, in quotation marks or without. */
const belonging = (words: readonly string[], values: number): number => {
  const enough = words.findIndex((_, n) => {
    const parts = words
      .slice(0, n + 1)
      .join(' ')
      .split(/[\s/:;]+/)
    return parts.filter((part) => part !== '' && part !== 'of').length >= values
  })
  return enough < 0 ? words.length : enough + 1
}

/** The file that is named, or what is typed or piped in where a tool takes a file; nothing where it takes none. */
const inputOf = async (
  { streams }: App,
  { name, takes, args }: CommandSpec,
  file?: string,
): Promise<Input | undefined> => {
  if (takes !== 'file') return undefined
  if (file === undefined || file === '-') {
    const wantsText = args.some(({ raw }) => raw)
    if (file === undefined && !wantsText && streams.tty) return undefined
    // A learning curve is asked for by its file; without one, the figures are the options.
    if (file === undefined && name === 'bias-variance') return undefined
    if (streams.tty) await print(streams.err, 'Type it here, then Ctrl-D on a line of its own.\n')
    return { name: 'standard input', bytes: streams.in }
  }
  try {
    const { size } = await stat(file)
    return { name: file, size, bytes: createReadStream(file) }
  } catch (cause) {
    throw new Refusal(`${file} cannot be read: ${(cause as Error).message}. Check the path.`, { cause })
  }
}

type Files = { png: string | undefined; svg: string | undefined; theme: 'light' | 'dark' }

const drawn = async (app: App, { pictures }: Answer, { png, svg, theme }: Files): Promise<void> => {
  if (png === undefined && svg === undefined) return
  const [picture] = pictures
  if (picture === undefined) throw new Refusal('There is nothing to draw here. Leave out --png and --svg.')
  const [{ draw }, { written }] = await Promise.all([import('../chart/chart.ts'), import('./written.ts')])
  const file = await draw(picture, theme)
  const files = [
    ...(png === undefined ? [] : [written(png, file.png)]),
    ...(svg === undefined ? [] : [written(svg, file.svg)]),
  ]
  await print(app.streams.err, `The picture is in ${files.join(' and ')}. ${file.alt}\n`)
}

const WIDTH = 72

const plotted = async ({ pictures }: Answer): Promise<string> => {
  if (pictures.length === 0) return ''
  const { plotted: plot } = await import('../chart/plot.ts')
  return pictures.map((picture) => plot(picture, { width: WIDTH })).join('\n\n')
}
