/** What was typed, told on as what was heard. */
import type { Words } from '../../words/words.ts'
import { misheard } from '../misheard.ts'
import { type Parsed, parseCommand } from '../parse.ts'
import type { Hear, Heard } from '../platform.ts'
import { ratedFields } from '../rate.ts'
import { quoted } from '../usage.ts'
import { duration } from './duration.ts'
import type { Forms } from './forms.ts'
import type { TerminalOptions } from './options.ts'
import { LONGEST_PARAGRAPH } from './paragraphs.ts'
import { refusal } from './refusal.ts'
import { store } from './store.ts'

export type Said = Extract<
  Heard extends infer Each
    ? Each extends Heard
      ? Omit<Each, 'person' | 'place' | 'id' | 'at'>
      : never
    : never,
  { type: 'message' | 'command' | 'form' }
>

export type Ear = {
  /** Tells it on; answers whether it is stored, and says so when it is not. */
  hear(said: Said): Promise<boolean>
  /** An answer in words. */
  answer(text: string): Promise<void>
  /** A line that begins with `/`. */
  command(line: string): Promise<void>
}

type Needs = {
  options: TerminalOptions
  /** Those in which the bot speaks now. */
  words(): Words
  /** Their language; nothing where neither it nor that of whoever sits there is known. */
  spoken(): string | undefined
  hear: Hear
  forms: Forms
  /** Shows a notice of the terminal's own. */
  tell(text: string): Promise<void>
  leave(): Promise<void>
}

/** Hears for one person at one place; what a pipe could not store after all attempts is an error. */
export const openEar = ({ options, words, spoken, hear, forms, tell, leave }: Needs): Ear => {
  const ear: Ear = {
    async hear(said) {
      const { person, place, ids, clock } = options
      const locale = isStart(said) ? options.locale : spoken()
      const who = { person, place, ...(locale !== undefined && { locale }) }
      // Before it is told on: what is then said may open the next form.
      forms.heard(said.type === 'form' ? said.form : said.type === 'command' ? said.command : '')
      return store({ ...said, ...who, id: ids(), at: clock.now() }, { options, words, hear, tell })
    },
    async answer(text) {
      const refused = refusal(text, LONGEST_PARAGRAPH, words())
      if (refused) return tell(refused)
      await ear.hear({ type: 'message', text: text.replaceAll('\0', '\ufffd') })
    },
    async command(line) {
      const [, word = '', rest = ''] = /^\/(\S*)\s*(.*)$/s.exec(line.trim()) ?? []
      if (/^wait$/i.test(word)) return wait(rest.trim())
      if (/^(?:quit|exit)$/i.test(word)) return leave()
      const parsed = parseCommand(line)
      if (!('args' in parsed)) {
        const wrong = misheard(parsed, '/', words())
        return tell(isAnswer(parsed) ? `${wrong} ${words().terminal.slashAnswer}` : wrong)
      }
      if (parsed.command === 'rate') return rate(parsed.args.ratings ?? '')
      await ear.hear({ type: 'command', ...parsed })
    },
  }

  const rate = async (ratings: string): Promise<void> => {
    const form = forms.rating()
    if (!form) return tell(words().terminal.nothingToRate)
    const rated = ratedFields(form, ratings)
    if ('fault' in rated) return tell(misheard({ command: 'rate', ...rated }, '/', words()))
    await ear.hear({ type: 'form', form: 'rate', fields: rated.fields })
  }

  const wait = async (text: string): Promise<void> => {
    const ms = duration(text)
    const { terminal, misuse } = words()
    if (!options.advance) return tell(terminal.realTime)
    if (!ms) return tell(terminal.notTime({ text: quoted(text, misuse.nothing) }))
    await options.advance(ms)
  }

  return ear
}

/** The next interview is not in another language because the one before it was. */
const isStart = (said: Said): boolean =>
  said.type === 'form' ? said.form === 'start' : said.type === 'command' && said.command === 'start'

/** Nothing is near to it, so that it may be no command at all. */
const isAnswer = (parsed: Exclude<Parsed, { args: unknown }>): boolean =>
  'unknown' in parsed && parsed.nearest === undefined
