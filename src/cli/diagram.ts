/** `mlsd diagram`: what a drawing of a system lacks, and the drawing as a picture. */
import { type Command, InvalidArgumentError, Option } from 'commander'
import { type Diagram, MOST } from '../numbers/diagram/diagram.ts'
import type { Remark } from '../numbers/diagram/remark.ts'
import type { App } from './app.ts'
import { print, printCard, printJson } from './print.ts'

type Options = { budget?: number; png?: string; svg?: string; theme: 'light' | 'dark'; json?: boolean }

/** Adds the command. */
export const addDiagram = (program: Command, app: App): void => {
  program
    .command('diagram')
    .summary('check a drawing of a system, and make a picture of it')
    .description(
      'Reads a diagram from standard input, as arrows (app -> api -> ranker [20ms] -> app), a Mermaid flowchart or ' +
        'DOT, and says what it lacks: where requests come from, where things are kept, how the model is trained and ' +
        'outcomes come back, and hops that do not fit the time. Nothing of it is run.',
    )
    .option('--budget <ms>', 'milliseconds that one request may take', milliseconds)
    .option('--png <file>', 'write the picture as PNG')
    .option('--svg <file>', 'write the picture as SVG')
    .addOption(new Option('--theme <name>', 'its colours').choices(['light', 'dark']).default('light'))
    .option('--json', 'print boxes, arrows and remarks as one JSON document')
    .addHelpText(
      'after',
      '\nExamples:\n  echo "user -> api -> ranker [30ms] -> api" | mlsd diagram --budget 50\n' +
        '  mlsd diagram --png system.png < system.mmd',
    )
    .action((options: Options) => run(app, options))
}

const milliseconds = (words: string): number => {
  const value = Number(words)
  if (/^[\d.]+$/.test(words) && value > 0) return value
  throw new InvalidArgumentError('Give milliseconds above zero, such as 100.')
}

const run = async (app: App, { budget, json, ...picture }: Options): Promise<void> => {
  const [{ readDiagram }, { lint }] = await Promise.all([
    import('../numbers/diagram/read.ts'),
    import('../numbers/diagram/lint.ts'),
  ])
  if (app.streams.tty) await print(app.streams.err, 'Type the diagram, then Ctrl-D on a line of its own.\n')
  const diagram = readDiagram(await bounded(app))
  const remarks = lint(diagram, budget === undefined ? {} : { budget })
  await drawn(app, diagram, remarks, picture)
  if (json) await printJson(app.streams.out, { ...diagram, remarks })
  else await printCard(app, { tone: 'answer', text: markdown(diagram, remarks) })
}

/** What stands on standard input, and no more of it than tells that it is too much. */
const bounded = async ({ streams }: App): Promise<string> => {
  let text = ''
  for await (const chunk of streams.in.setEncoding('utf8')) {
    text += chunk
    if (text.length > MOST.characters) break
  }
  return text
}

const drawn = async (
  app: App,
  diagram: Diagram,
  remarks: readonly Remark[],
  { png, svg, theme }: Pick<Options, 'png' | 'svg' | 'theme'>,
): Promise<void> => {
  if (png === undefined && svg === undefined) return
  const [{ draw }, { written }] = await Promise.all([import('../chart/chart.ts'), import('./written.ts')])
  const marked = remarks.flatMap(({ boxes }) => boxes)
  const picture = await draw({ kind: 'diagram', diagram, marked }, theme)
  const files = [
    ...(png === undefined ? [] : [written(png, picture.png)]),
    ...(svg === undefined ? [] : [written(svg, picture.svg)]),
  ]
  await print(app.streams.err, `The picture is in ${files.join(' and ')}. ${picture.alt}\n`)
}

const markdown = ({ boxes, arrows }: Diagram, remarks: readonly Remark[]): string => {
  const count = (n: number, what: string) => `${n} ${what}${n === 1 ? '' : what === 'box' ? 'es' : 's'}`
  const head = `**${count(boxes.length, 'box')}, ${count(arrows.length, 'arrow')}.**`
  const all = remarks.map(({ says, criteria, derivation = [] }) =>
    [
      `- ${says}${criteria.length > 0 ? ` (${criteria.join(', ')})` : ''}`,
      ...derivation.map((line) => `  - ${line}`),
    ].join('\n'),
  )
  return [
    head,
    all.length > 0 ? all.join('\n') : 'Nothing is missing that a drawing of this size should show.',
  ].join('\n\n')
}
