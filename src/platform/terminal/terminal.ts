/** The terminal as a place to talk: for a person who types, or for a file of answers. */
import { type Words, wordsIn } from '../../words/words.ts'
import type { Card } from '../card.ts'
import { type Platform, PlatformFault, type Receipt } from '../platform.ts'
import { drawCard } from './draw.ts'
import { type Ear, openEar } from './ear.ts'
import { type Forms, openForms } from './forms.ts'
import { limitsOf } from './limits.ts'
import type { TerminalOptions } from './options.ts'
import { readPiped } from './piped.ts'
import { openScreen } from './screen.ts'
import { listenToTyping, PROMPT } from './typed.ts'
import { formInWords } from './words.ts'

/** `done` resolves when the person has left or the input has ended; it rejects when an answer could not be stored. */
export type Terminal = Platform & { done: Promise<void> }

/** So many ids are remembered to tell a repeated card. */
const REMEMBERED = 1000

export const terminal = (options: TerminalOptions): Terminal => {
  const screen = openScreen(options.output)
  const forms = openForms()
  /** The language that the bot spoke last, for what says none itself; before it spoke, that of whoever sits there. */
  let spoken = options.locale
  const said = new Map<string, Promise<Receipt>>()
  const done = Promise.withResolvers<void>()
  done.promise.catch(() => undefined)
  let stopped = false
  let release = (): void => undefined
  let ear: Ear | undefined

  const words = (): Words => wordsIn(spoken)
  const draw = (card: Card): string =>
    `${drawCard({ ...(spoken !== undefined && { language: spoken }), ...card }, options.columns(), options.color)}\n`
  const tell = (text: string): Promise<void> => screen.print(draw({ tone: 'notice', text }))
  const prompt = (): string => forms.asking()?.prompt() ?? PROMPT
  const drawField = (): string => {
    const question = forms.asking()?.question()
    return question ? draw({ tone: 'answer', text: question }) : ''
  }
  const askField = (): Promise<void> => screen.print(drawField(), prompt)

  const finish = (): void => {
    stopped = true
    release()
    done.resolve()
  }
  const fail = (error: unknown): void => {
    done.reject(error)
    finish()
  }
  const leave = async (): Promise<void> => {
    const running = options.running ? await options.running() : forms.asking()?.form.id !== 'start'
    if (running) {
      await ear?.hear({ type: 'command', command: 'pause', args: {} })
      await options.settled()
      await tell(words().terminal.kept)
    }
    finish()
  }
  const show = async (card: Card): Promise<void> => {
    const { form } = card
    spoken = languageOf(card) ?? spoken
    if (!form) return screen.print(draw(card))
    const around = wordsIn(form.language ?? card.language ?? spoken)
    forms.show(form, around)
    if (options.tty) await screen.print(draw(card) + draw(introduction(forms, around)) + drawField(), prompt)
    else await screen.print(draw({ ...card, text: `${card.text}\n\n${formInWords(form, around)}` }))
  }
  const say = (place: string, card: Card, id: string): Promise<Receipt> => {
    const known = said.get(id)
    if (known) return known
    const receipt = show(card).then(() => ({ place, id }))
    said.set(id, receipt)
    receipt.catch(() => said.delete(id))
    const [oldest] = said.keys()
    if (said.size > REMEMBERED && oldest !== undefined) said.delete(oldest)
    return receipt
  }
  screen.gone(finish)

  return {
    name: 'terminal',
    prefix: () => '/',
    limits: limitsOf(options.tty),
    done: done.promise,
    async start(hear) {
      ear = openEar({ options, words, spoken: () => spoken, hear, forms, tell, leave })
      if (options.tty) {
        release = listenToTyping({ options, words, screen, forms, ear, tell, askField, leave, finish, fail })
        return
      }
      const echo = (text: string): Promise<void> =>
        screen.print(draw({ tone: 'answer', title: words().terminal.you, text }))
      release = () => void options.input.destroy()
      readPiped({ options, words, forms, ear, tell, echo, stopped: () => stopped }).then(finish, (error) =>
        stopped ? finish() : fail(error),
      )
    },
    open: async (place, card, id) => ({ ...(await say(place, card, id)), audience: 'you' }),
    say,
    think: () => ({ add: () => undefined, drop: async () => undefined }),
    remove: async () => undefined,
    async fetch() {
      throw new PlatformFault('gone', 'A terminal holds no files; paste the text in place of one.')
    },
    async revise({ place }, card) {
      await show(card)
      return { place, id: options.ids() }
    },
    async stop() {
      finish()
    },
  }
}

/** What an interview says is English where it names no language; of other cards that is not known. */
const languageOf = ({ language, tone }: Card): string | undefined =>
  language ?? (tone === 'interviewer' || tone === 'report' ? 'en' : undefined)

const introduction = (forms: Forms, { fields }: Words): Card => ({
  tone: 'answer',
  title: forms.asking()?.form.title ?? '',
  text: fields.introduction,
})
