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
        'Without a file, the whole bank is checked. A file with "stages:" is a flow, any other a problem; ' +
        'problems are checked against the last flow named before them, or the one of the bank.',
    )
    .argument('[file...]', 'flows or problems of your own')
    .addHelpText('after', '\nExamples:\n  mlsd flows check\n  mlsd flows check my-flow.yaml my-problem.yaml')
    .action((files: string[]) => check(app, files))
}

const check = async (app: App, named: readonly string[]): Promise<void> => {
  const [{ bankFiles, shown }, { FlowError }, { parseFlow, parseProblem }] = await Promise.all([
    import('../host/bank.ts'),
    import('../flow/faults.ts'),
    import('../flow/parse.ts'),
  ])
  const files = named.length > 0 ? named : bankFiles(app.flows).map(shown)
  let flow: Flow | undefined
  let faults = 0
  for (const file of files) {
    const text = await textOf(file)
    try {
      if (/^stages\s*:/m.test(text)) flow = parseFlow(text, file)
      else parseProblem(text, file, flow ?? (await bankFlow(app)))
    } catch (error) {
      if (!(error instanceof FlowError)) throw error
      faults += error.faults.length
      await print(app.streams.out, `${error.message}\n`)
    }
  }
  const checked = `${files.length} ${files.length === 1 ? 'file' : 'files'} checked`
  if (faults > 0) throw new Refusal(`${checked}: ${faults} ${faults === 1 ? 'fault' : 'faults'}.`)
  await print(app.streams.err, `${checked}: no faults.\n`)
}

const bankFlow = async (app: App): Promise<Flow> => {
  const [flow] = (await app.bank()).flows.values()
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
