/** Joining the names of one person: a code that is asked for under one of them is given under the other. */
import { createHash } from 'node:crypto'
import { plain } from '../../interview/markdown/plain.ts'
import type { Card } from '../../platform/card.ts'
import type { Heard } from '../../platform/platform.ts'
import type { Words } from '../../words/words.ts'
import { tell } from '../aside.ts'
import { saidIn, wordsFor } from '../language.ts'
import { joinPractice } from '../practice/joining.ts'
import { platformOf, prefixAt } from '../voice.ts'
import type { Speaking } from '../world.ts'
import { bare, type Code, codeFor, newCode, useCode } from './code.ts'
import { joinSelves, leaveSelves, selvesOf } from './selves.ts'

type Said = Extract<Heard, { type: 'command' | 'press' }>

/** Gives a code, takes one, or parts the names again. */
export const linkCard = async (world: Speaking, heard: Said, again: boolean): Promise<Card> => {
  const { code = '', sure } = heard.args
  const { link: words } = world.words
  if (code === '') return asked(world, heard)
  if (code.toLowerCase() === 'off') {
    await leaveSelves(world.memory, heard.person)
    return says(words.parted)
  }
  const found = await codeFor(world, code, heard.person)
  if (found === 'too many') return says(words.tooMany)
  if (found === undefined) return says(words.noCode({ command: `${prefixAt(world, heard.place)}link` }))
  return sure === 'yes' ? joined(world, heard, code, found, again) : asksFirst(world.words, code, found)
}

const says = (text: string): Card => ({ tone: 'answer', text })

const asked = async (world: Speaking, heard: Said): Promise<Card> => {
  const { link: words } = world.words
  const code = await newCode(world, heard.person, heard.called)
  const others = (await selvesOf(world.memory, heard.person)).slice(1)
  return {
    tone: 'answer',
    title: words.title,
    text: [
      words.code({ code, command: `link ${code}` }),
      words.what,
      ...(others.length === 0 ? [] : [words.joinedNow({ count: others.length, names: listed(others) })]),
    ].join('\n\n'),
  }
}

/** Somebody may have been talked into a code: whoever has it reads and removes all that is theirs. */
const asksFirst = ({ link, buttons }: Words, code: string, found: Code): Card => ({
  tone: 'answer',
  text: link.sure({ who: named(found) }),
  buttons: [
    {
      label: buttons.joinNames,
      command: 'link',
      args: { code: bare(code), sure: 'yes' },
      confirm: link.confirm,
    },
  ],
})

const joined = async (
  world: Speaking,
  heard: Said,
  code: string,
  found: Code,
  again: boolean,
): Promise<Card> => {
  await useCode(world.memory, code, heard.person)
  const fresh = createHash('sha256').update(`${found.person}\n${heard.person}\n${heard.id}`).digest('hex')
  const { owner, from } = await joinSelves(world.memory, found.person, heard.person, fresh.slice(0, 16))
  await joinPractice(world.memory, owner, from)
  if (world.platforms.has(platformOf(found.person))) {
    const words = await wordsFor(world, { person: found.person })
    const who = { person: found.person, place: found.person }
    const text = words.link.told({ who: named(heard), command: `${prefixAt(world, found.person)}link off` })
    await tell(world, who, saidIn<Card>({ tone: 'notice', text }, words), `${heard.id} linked`, again)
  }
  return says(world.words.link.joined({ command: `${prefixAt(world, heard.place)}resume` }))
}

const named = ({ person, called }: { person: string; called?: string }): string =>
  called === undefined ? shown(person) : `${plain(called.slice(0, 60))} (${shown(person)})`

const listed = (persons: readonly string[]): string => persons.map(shown).join(', ')

/** Names of platforms are shown with a capital. */
const shown = (person: string): string => {
  const platform = platformOf(person)
  return `${platform.charAt(0).toUpperCase()}${platform.slice(1)}`
}
