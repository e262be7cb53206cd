/** What was typed, told on as what was heard. */
import { misheard } from '../misheard.ts'
import { parseCommand } from '../parse.ts'
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
  hear: Hear
  forms: Forms
  /** Shows a notice of the terminal's own. */
  tell(text: string): Promise<void>
  leave(): Promise<void>
}

/** Hears for one person at one place; what a pipe could not store after all attempts is an error. */
export const openEar = ({ options, hear, forms, tell, leave }: Needs): Ear => {
  const ear: Ear = {
    async hear(said) {
      const { person, place, ids, clock } = options
      // Before it is told on: what is then said may open the next form.
      forms.heard(said.type === 'form' ? said.form : said.type === 'command' ? said.command : '')
      return store({ ...said, person, place, id: ids(), at: clock.now() }, { options, hear, tell })
    },
    async answer(text) {
      const refused = refusal(text, LONGEST_PARAGRAPH)
      if (refused) return tell(refused)
      await ear.hear({ type: 'message', text: text.replaceAll('\0', '\ufffd') })
    },
    async command(line) {
      const [, word = '', rest = ''] = /^\/(\S*)\s*(.*)$/s.exec(line.trim()) ?? []
      if (/^wait$/i.test(word)) return wait(rest.trim())
      if (/^(?:quit|exit)$/i.test(word)) return leave()
      const parsed = parseCommand(line)
      if (!('args' in parsed)) return tell(`${misheard(parsed, '/')}${isAnswer(parsed) ? ANSWER : ''}`)
      if (parsed.command === 'rate') return rate(parsed.args.ratings ?? '')
      await ear.hear({ type: 'command', ...parsed })
    },
  }

  const rate = async (ratings: string): Promise<void> => {
    const form = forms.rating()
    if (!form)
      return tell('There is nothing to rate yet: the rating is asked for at the end of an interview.')
    const rated = ratedFields(form, ratings)
    if ('fault' in rated) return tell(`${rated.fault} ${rated.mend}`)
    await ear.hear({ type: 'form', form: 'rate', fields: rated.fields })
  }

  const wait = async (text: string): Promise<void> => {
    const ms = duration(text)
    if (!options.advance)
      return tell('Time is real here, so `/wait` cannot move it. Start with `--clock virtual` for that.')
    if (!ms)
      return tell(
        `${quoted(text)} is not a length of time. Write it like \`/wait 7m\`, \`30s\`, \`2h\` or \`1m30s\`.`,
      )
    await options.advance(ms)
  }

  return ear
}

/** Nothing is near to it, so that it may be no command at all. */
const isAnswer = (parsed: { unknown: string; nearest?: string } | { fault: string }): boolean =>
  'unknown' in parsed && parsed.nearest === undefined

const ANSWER = ' An answer that begins with `/` needs a word before it.'
