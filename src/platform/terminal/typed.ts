/** A person at a terminal: lines as they are typed. */
import { createInterface, type Interface } from 'node:readline'
import type { Words } from '../../words/words.ts'
import { COMMANDS } from '../commands.ts'
import { withPresets } from './asking.ts'
import type { Ear } from './ear.ts'
import type { Forms } from './forms.ts'
import type { TerminalOptions } from './options.ts'
import type { Screen } from './screen.ts'

export const PROMPT = '> '

type Needs = {
  options: TerminalOptions
  /** Those in which the bot speaks now. */
  words(): Words
  screen: Screen
  forms: Forms
  ear: Ear
  tell(text: string): Promise<void>
  /** Shows the question of the form that is open. */
  askField(): Promise<void>
  leave(): Promise<void>
  finish(): void
  fail(error: unknown): void
}

/** Takes line after line, in order; answers what lets go of the terminal. */
export const listenToTyping = (needs: Needs): (() => void) => {
  const { options, screen, forms, leave, finish, fail } = needs
  let last: Promise<void> = Promise.resolve()
  let leaving = false
  const line = openLine(options)

  const inTurn = (work: () => Promise<void>): void => {
    last = last.then(work).catch(fail)
  }
  const interrupted = (): void => {
    if (leaving) finish()
    else inTurn(leave)
    leaving = true
  }
  const close = (): void => {
    screen.typing(undefined)
    line.removeAllListeners()
    line.close()
  }
  line.on('line', (text) => inTurn(() => takeLine(text, needs)))
  line.on('SIGINT', interrupted)
  line.on('close', () => {
    screen.typing(undefined)
    if (!leaving) interrupted()
  })
  screen.typing(line)
  line.setPrompt(forms.asking()?.prompt() ?? PROMPT)
  line.prompt()
  return close
}

const openLine = ({ input, output }: TerminalOptions): Interface =>
  createInterface({
    input,
    output,
    terminal: true,
    prompt: PROMPT,
    completer: (text: string) => [
      /^\/\S*$/.test(text)
        ? COMMANDS.map(({ name }) => `/${name}`).filter((word) => word.startsWith(text))
        : [],
      text,
    ],
  })

const takeLine = async (typed: string, needs: Needs): Promise<void> => {
  const { options, words, forms, ear, tell, askField, screen } = needs
  const text = typed.trim()
  const asking = forms.asking()
  if (/^\/cancel$/i.test(text)) {
    forms.close()
    const { terminal } = words()
    await tell(asking ? terminal.formClosed : terminal.formless)
  } else if (text.startsWith('/')) {
    await ear.command(text)
    if (forms.asking() === asking && asking) {
      await options.settled()
      if (forms.asking() === asking) await askField()
    }
  } else if (asking) await takeField(text, needs)
  else if (text !== '') await ear.answer(text)
  if (!forms.asking()) await screen.print('', () => PROMPT)
}

const takeField = async (text: string, { forms, ear, tell, askField }: Needs): Promise<void> => {
  const asking = forms.asking()
  const outcome = asking?.answer(text)
  if (outcome && 'fault' in outcome) await tell(outcome.fault)
  if (!asking || !outcome || 'fault' in outcome) return askField()
  forms.close()
  if (await ear.hear({ type: 'form', form: asking.form.id, fields: outcome.fields })) return
  forms.show(withPresets(asking.form, outcome.fields), asking.words)
  await askField()
}
