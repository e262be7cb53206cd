/** Answers to what is asked outside an interview. Only the person who asked sees them. */
import type { Message } from '../mailbox/mailbox.ts'
import type { Card } from '../platform/card.ts'
import { helpText } from '../platform/help.ts'
import type { Heard } from '../platform/platform.ts'
import type { Words } from '../words/words.ts'
import { tell } from './aside.ts'
import { begin } from './begin.ts'
import { exportCard, forgetCard } from './belongings.ts'
import { boardCard } from './board/command.ts'
import { changeChannel } from './channel-settings.ts'
import { changeDaily } from './daily/settings.ts'
import { gradeCard } from './grade.ts'
import { historyAt, report } from './history.ts'
import { homeCard } from './home.ts'
import { linkCard } from './identity/link.ts'
import { saidIn, wordsFor } from './language.ts'
import { type Bank, outlineOf } from './library.ts'
import { pageCard } from './pages/command.ts'
import { peerCard } from './peer/answer.ts'
import { isTool } from './resolve.ts'
import { changeSettings } from './settings.ts'
import { fileCard, toolCard } from './tools/answer.ts'
import { prefixAt } from './voice.ts'
import { asTyped } from './words.ts'
import type { Speaking, World } from './world.ts'

/** Answers it where it was asked. */
export const answer = async (world: World, heard: Heard, message: Message): Promise<void> => {
  const again = message.attempt > 1
  const words = await wordsFor(world, heard)
  const card = await cardFor({ ...world, words }, heard, again)
  if (card) await tell(world, heard, saidIn(card, words), `${message.id} answer`, again)
}

const cardFor = async (world: Speaking, heard: Heard, again: boolean): Promise<Card | undefined> => {
  const prefix = prefixAt(world, heard.place)
  const { words } = world
  if (heard.type === 'form') return submitted(world, heard, again)
  if (heard.type === 'file') return (await fileCard(world, heard)) ?? nothingRuns(prefix, words)
  if (heard.type !== 'command' && heard.type !== 'press') return nothingRuns(prefix, words)
  if (isTool(heard.command)) return toolCard(world, heard)
  const { args } = heard
  switch (heard.command) {
    case 'start':
      return begin(world, heard, args, again)
    case 'help':
      return { tone: 'answer', text: helpText(args.command, prefix, words) }
    case 'problems':
      return problems(world.library.bank, words, args.word)
    case 'history':
      return historyAt(world, heard)
    case 'report':
      return report(world, heard.person, args.id ?? '', prefix)
    case 'home':
      return homeCard(world, heard.person)
    case 'settings':
      return changeSettings(world, heard, args)
    case 'channel':
      return changeChannel(world, heard, args)
    case 'peer':
      return peerCard(world, heard, args, again)
    case 'daily':
      return changeDaily(world, heard, again)
    case 'board':
      return boardCard(world, heard)
    case 'link':
      return linkCard(world, heard, again)
    case 'page':
      return pageCard(world, heard)
    case 'grade':
      return gradeCard(world, heard, args.message ?? '')
    case 'export':
      return exportCard(world, heard.person)
    case 'forget':
      return forgetCard(world, heard, args.sure === 'yes')
    default:
      return nothingRuns(prefix, words)
  }
}

const submitted = (world: Speaking, heard: Extract<Heard, { type: 'form' }>, again: boolean) => {
  const { form, fields } = heard
  if (form === 'start') return begin(world, heard, fields, again)
  if (form === 'channel') return changeChannel(world, heard, fields)
  return changeSettings(world, heard, { ...fields, ...(form === 'team' && { scope: 'team' }) })
}

/** What is said to words or commands for an interview where there is none. */
export const nothingRuns = (prefix: string, { answers }: Words): Card => ({
  tone: 'answer',
  text: asTyped(answers.nothingRuns, prefix),
})

/** The problems of the bank that have a word in them. */
export const problems = (bank: Bank, { answers }: Words, word = ''): Card => {
  const wanted = word.toLowerCase()
  const fitting = outlineOf(bank).problems.filter(({ id, title, family, opening }) =>
    [id, title, family, opening].some((text) => text.toLowerCase().includes(wanted)),
  )
  if (fitting.length === 0) return { tone: 'answer', text: answers.noProblem({ word }) }
  const rows = fitting.map((problem) => `- ${answers.problem(problem)}`)
  return { tone: 'answer', title: answers.problems, text: rows.join('\n') }
}
