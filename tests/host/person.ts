/** Somebody on the chat platform: what they can do there, and what they see. Each deed settles before it resolves. */
import type { Card, Form } from '../../src/platform/card.ts'
import { parseCommand } from '../../src/platform/parse.ts'
import type { Heard } from '../../src/platform/platform.ts'
import { directOf, linkTo } from './chat.ts'
import type { House } from './house.ts'

export type Person = {
  id: string
  /** Their direct messages with the bot. */
  direct: string
  /** Their own page. */
  home: string
  /** Says something at a place, to the bot where nobody else is; answers its id. */
  say(place: string, text: string): Promise<string>
  /** Says something to the bot where others are. */
  mention(place: string, text: string): Promise<string>
  edit(place: string, of: string, text: string): Promise<void>
  withdraw(place: string, of: string): Promise<void>
  file(
    place: string,
    file: { name: string; mime: string; content?: string | Uint8Array; size?: number },
  ): Promise<string>
  /** Types a command, without what stands before it. */
  command(place: string, line: string): Promise<void>
  /** Presses the latest button of this name that they can see at a place. */
  press(place: string, label: string): Promise<void>
  /** Asks for one message to be graded, by the platform's menu of it. */
  grade(place: string, message: string): Promise<void>
  /** Opens their own page. */
  looksHome(): Promise<void>
  submit(place: string, form: Form['id'], fields: Readonly<Record<string, string>>): Promise<void>
  /** Begins an interview and answers the place of it. */
  start(place: string, line?: string): Promise<string>
  /** Ends an interview, without a rating. */
  finish(place: string): Promise<void>
  /** What they see at a place, oldest first. */
  sees(place: string): Card[]
  /** The latest card they see at a place. */
  last(place: string): Card
}

type Deed<T = Heard> = T extends Heard ? Omit<T, 'person' | 'place' | 'id' | 'at'> : never

let count = 0

/** Somebody by tenant and name, such as `T1/mia`. */
export const person = (
  home: House,
  name: string,
  as: { admin?: true; roles?: readonly string[]; locale?: string } = {},
): Person => {
  const id = `chat:${name}`
  const direct = directOf(id)
  const page = `${id}/home`

  const does = async (place: string, deed: Deed, message = `e${++count}`): Promise<string> => {
    const alone =
      (place === direct || place.startsWith(`${direct}/`) || place === page) && ({ alone: true } as const)
    await home.hear({ ...deed, person: id, place, id: message, at: home.now(), ...alone, ...as } as Heard)
    await home.settled()
    return message
  }
  const says = (place: string, text: string, manner: 'direct' | 'overheard'): Promise<string> => {
    const message = `m${++count}`
    return does(place, { type: 'message', text, manner, link: linkTo(place, message) }, message)
  }
  const sees = (place: string): Card[] => home.chat.seenBy(id, place).map(({ card }) => card)
  const command = async (place: string, line: string): Promise<void> => {
    const parsed = parseCommand(`/mlsd ${line}`)
    if (!('args' in parsed)) throw new Error(`"${line}" is no command: ${JSON.stringify(parsed)}`)
    await does(place, { type: 'command', ...parsed })
  }
  const press = async (place: string, label: string): Promise<void> => {
    const buttons = sees(place).flatMap((card) => card.buttons ?? [])
    const button = buttons.findLast((one) => one.label === label)
    if (!button) throw new Error(`No button "${label}" is seen at ${place}.`)
    await does(place, { type: 'press', command: button.command, args: button.args ?? {} })
  }

  return {
    id,
    direct,
    home: page,
    say: (place, text) => says(place, text, place === direct ? 'direct' : 'overheard'),
    mention: (place, text) => says(place, text, 'direct'),
    edit: async (place, of, text) => void (await does(place, { type: 'edit', of, text })),
    withdraw: async (place, of) => void (await does(place, { type: 'withdrawal', of })),
    file(place, { content, size, ...kind }) {
      const ref = `f${++count}`
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
      if (bytes) home.chat.files.set(ref, bytes)
      const manner = place === direct ? 'direct' : 'overheard'
      const length = size ?? bytes?.byteLength ?? 1
      return does(place, { type: 'file', ...kind, size: length, ref, manner, link: linkTo(place, ref) }, ref)
    },
    command,
    press,
    grade: async (place, message) =>
      void (await does(place, { type: 'command', command: 'grade', args: { message } })),
    looksHome: async () => void (await does(page, { type: 'command', command: 'home', args: {} })),
    submit: async (place, form, fields) => void (await does(place, { type: 'form', form, fields })),
    async start(place, line = 'late-parcels') {
      const before = home.chat.calls.length
      await command(place, `start ${line}`)
      const opened = home.chat.calls.slice(before).find(({ verb }) => verb === 'open')
      const post = home.chat.posts.findLast(({ cardId }) => cardId === opened?.id)
      if (!post) throw new Error(`No interview was begun: ${sees(place).at(-1)?.text}`)
      return post.place
    },
    async finish(place) {
      await press(place, 'End')
      await press(place, 'Skip')
    },
    sees,
    last(place) {
      const card = sees(place).at(-1)
      if (!card) throw new Error(`${id} sees nothing at ${place}.`)
      return card
    },
  }
}
