/** The files of an evaluation: labelled answers in a folder, and the figures recorded beside them. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LabelledFile } from '../evaluation/parse.ts'
import { parseLabelled } from '../evaluation/parse.ts'
import type { Recorded } from '../evaluation/recorded.ts'
import { shown } from '../host/bank.ts'
import type { Bank } from '../host/library.ts'
import { PRESETS } from '../host/wish.ts'
import { Refusal } from './failure.ts'
import { written } from './written.ts'

/** Where the project keeps its labelled answers. */
export const ANSWERS = join(import.meta.dirname, '..', '..', 'tests', 'answers')

/** Every labelled file of a folder, by name; throws a FlowError with every fault, and a Refusal where there is none. */
export const answersIn = (folder: string, bank: Bank): LabelledFile[] => {
  const names = namesIn(folder)
  if (names.length === 0)
    throw new Refusal(`${shown(folder)} holds no labelled answers. Name a folder with .yaml files of them.`)
  const flow = bank.flows.get(PRESETS.flow)
  if (!flow) throw new Refusal(`The bank has no flow "${PRESETS.flow}" whose stages are answered.`)
  const files = names.map((name) => {
    const file = join(folder, name)
    return { file: shown(file), text: textOf(file) }
  })
  return parseLabelled(files, flow, [...bank.problems.keys()])
}

/** The figures recorded in a folder; none where nothing was. */
export const recordedIn = (folder: string): Recorded | undefined => {
  try {
    return JSON.parse(readFileSync(recordFile(folder), 'utf8')) as Recorded
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new Refusal(`${shown(recordFile(folder))} cannot be read: ${(error as Error).message}`, {
      cause: error,
    })
  }
}

/** Writes the figures into the folder and answers the file. */
export const record = (folder: string, figures: Recorded): string =>
  written(recordFile(folder), `${JSON.stringify(figures, null, 2)}\n`)

const recordFile = (folder: string): string => join(folder, 'recorded.json')

const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new Refusal(`${file} cannot be read: ${(cause as Error).message}. Check the path.`, { cause })
  }
}

const namesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder)
      .filter((name) => /\.ya?ml$/.test(name))
      .sort()
  } catch (cause) {
    throw new Refusal(
      `${folder} cannot be read: ${(cause as Error).message}. Name a folder of labelled answers.`,
      {
        cause,
      },
    )
  }
}
