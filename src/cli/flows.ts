import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import type { Flow } from '../flow/flow.ts'
import type { App } from './app.ts'
import { Refusal } from './failure.ts'
import { print } from './print.ts'

/** `mlsd flows check [FILE...]` checks frameworks and problems before they are used. */
export const addFlows = (program: Command, app: App): void => {
  program
    .command('flows')
    .summary('check your own interview frameworks and problems')
    .description('Works on frameworks (flows) and problems, which are YAML files.')
    .addHelpText('after', '\nExample:\n  mlsd flows check my-problem.yaml')
    .command('check')
    .summary('list every fault of the files')
    .description(
      'Lists every fault of the files with its line and what to do, and exits with 1 when there is one. ' +
        'Without a file, the whole bank is checked, and the private one of MLSD_FLOWS. A file with "stages:" is a flow, ' +
        'one with "cut:" a part of a flow, any other a problem; ' +
        'problems are checked against the last flow named before them, or the one of the bank.',
    )
    .argument('[file...]', 'flows or problems of your own')
    .addHelpText('after', '\nExamples:\n  mlsd flows check\n  mlsd flows check my-flow.yaml my-problem.yaml')
    .action((files: string[]) => check(app, files))
}

const check = async (app: App, named: readonly string[]): Promise<void> => {
  const checked = named.length > 0 ? await checkNamed(app, named) : await checkBanks(app)
  const { files, faults } = checked
  for (const line of faults) await print(app.streams.out, `${line}\n`)
  const what = `${files} ${files === 1 ? 'file' : 'files'} checked`
  const count = faults.length
  if (count > 0) throw new Refusal(`${what}: ${count} ${count === 1 ? 'fault' : 'faults'}.`)
  await print(app.streams.err, `${what}: no faults.\n`)
}

type Checked = { files: number; faults: string[] }

const checkNamed = async (app: App, files: readonly string[]): Promise<Checked> => {
  const [{ FlowError, listed }, { kindOf }, { parseCut, parseFlow, parseProblem }] = await Promise.all([
    import('../flow/faults.ts'),
    import('../flow/outline.ts'),
    import('../flow/parse.ts'),
  ])
  const flows = new Map<string, Flow>()
  let last: Flow | undefined
  const faults: string[] = []
  for (const file of files) {
    const text = await textOf(file)
    const kind = kindOf(text)
    try {
      if (kind === 'flow') {
        last = parseFlow(text, file)
        flows.set(last.id, last)
      } else if (kind === 'cut') parseCut(text, file, new Map([...(await bankFlows(app)), ...flows]))
      else parseProblem(text, file, last ?? (await bankFlow(app)))
    } catch (error) {
      if (!(error instanceof FlowError)) throw error
      faults.push(...error.faults.map(listed))
    }
  }
  return { files: files.length, faults }
}

/** The bank that comes along, and the private one where there is one. */
const checkBanks = async (app: App): Promise<Checked> => {
  const [{ bankFiles, bankIn, shown }, { privateBank }, { listed }] = await Promise.all([
    import('../host/bank.ts'),
    import('../host/private-bank.ts'),
    import('../flow/faults.ts'),
  ])
  const house = await checkNamed(app, bankFiles(app.flows).map(shown))
  const { flows } = app.config()
  if (flows === undefined) return house
  const own = privateBank(flows, bankIn(app.flows))
  return { files: house.files + own.files, faults: [...house.faults, ...own.faults.map(listed)] }
}

const bankFlows = async (app: App): Promise<ReadonlyMap<string, Flow>> => (await app.bank()).flows

const bankFlow = async (app: App): Promise<Flow> => {
  const [flow] = (await bankFlows(app)).values()
  if (!flow) throw new Refusal('The bank has no flow to check a problem against; name one before it.')
  return flow
}

const textOf = async (file: string): Promise<string> => {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    throw new Refusal(`${file} cannot be read: ${(cause as Error).message}. Check the path.`, { cause })
  }
}
