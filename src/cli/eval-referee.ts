/** `mlsd eval --referee`: how well the referee reads figures, on the labelled sentences of the project. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSentences, refereed, refereeTable, type Sentences } from '../evaluation/refereed.ts'
import { shown } from '../host/bank.ts'
import type { Bank } from '../host/library.ts'
import type { App } from './app.ts'
import { Refusal } from './failure.ts'
import { printCard, printJson } from './print.ts'

/** Where the project keeps its labelled sentences. */
export const SENTENCES = join(import.meta.dirname, '..', '..', 'tests', 'referee')

type Options = { json?: boolean; only?: 'tuned' | 'held-out' }

/** Prints precision and recall, overall and by kind, of what is tuned on and of what is held out apart. */
export const evaluateReferee = async (
  app: App,
  folder: string | undefined,
  { json, only }: Options,
): Promise<void> => {
  const [files, bank] = [sentencesIn(folder ?? SENTENCES), await app.bank()]
  const sets = (['tuned', 'held-out'] as const).flatMap((name) => {
    const sentences = files
      .filter(({ heldOut }) => heldOut === (name === 'held-out'))
      .flatMap((one) => one.sentences)
    const wanted = only === undefined || only === name
    return wanted && sentences.length > 0 ? [{ name, result: measured(sentences, bank) }] : []
  })
  if (sets.length === 0) throw new Refusal('No labelled sentences of that kind are there.')
  if (json)
    return printJson(app.streams.out, Object.fromEntries(sets.map(({ name, result }) => [name, result])))
  const parts = sets.map(({ name, result }) => {
    const quiet = result.sentences.filter((one) => one.quiet).length
    const head = `**${name === 'tuned' ? 'Tuned on' : 'Held out'}**: ${result.sentences.length} sentences, ${quiet} of them with nothing to say`
    return `${head}\n\n${refereeTable(result)}`
  })
  await printCard(app, {
    tone: 'answer',
    title: 'How well the referee reads figures',
    text: parts.join('\n\n'),
  })
}

const measured = (sentences: Sentences['sentences'], { problems }: Bank) => refereed(sentences, problems)

/** Every file of sentences of a folder, by name; a Refusal where one cannot be used or there is none. */
export const sentencesIn = (folder: string): Sentences[] => {
  try {
    const names = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name))
    if (names.length === 0) throw new Error(`${shown(folder)} holds no labelled sentences`)
    return names.toSorted().map((name) => {
      const file = join(folder, name)
      return parseSentences(readFileSync(file, 'utf8'), shown(file))
    })
  } catch (cause) {
    throw new Refusal(`${(cause as Error).message}. Name a folder of labelled sentences.`, { cause })
  }
}
