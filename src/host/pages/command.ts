/** A report or a history as a page: by a link where the bot has an address, as a file where files are shown. */
import { isOver } from '../../interview/phase.ts'
import type { Attachment, Card } from '../../platform/card.ts'
import type { Heard } from '../../platform/platform.ts'
import { noSuch, takenBy } from '../history.ts'
import { selvesOf } from '../identity/selves.ts'
import { ownOf } from '../record.ts'
import { platformAt, prefixAt } from '../voice.ts'
import type { Speaking } from '../world.ts'
import { linkTo, pagesOf, withdraw } from './links.ts'

type Said = Extract<Heard, { type: 'command' | 'press' }>

/** So much of an id tells one link from another. */
const SHORT = 8

/** Does what was asked for, for whoever asks alone. */
export const pageCard = async (world: Speaking, heard: Said): Promise<Card> => {
  const { what = 'report', id } = heard.args
  const { pages: words } = world.words
  if (what === 'list') return listed(world, heard)
  if (what === 'withdraw') {
    const selves = await selvesOf(world.memory, heard.person)
    return says(words.withdrawn({ count: await withdraw(world.memory, selves, id ?? '') }))
  }
  if (world.pages === undefined) return says(words.none)
  return what === 'history' ? shownAt(world, heard, undefined) : reportPage(world, heard, id)
}

const says = (text: string): Card => ({ tone: 'answer', text })

/** The one that is named, or the latest that is over. */
const reportPage = async (world: Speaking, heard: Said, named: string | undefined): Promise<Card> => {
  const { memory, words } = world
  const latest = (await takenBy(memory, heard.person))
    .filter(({ ended, role }) => ended !== null && role === undefined)
    .at(-1)?.id
  const id = named ?? latest ?? ''
  const record = await ownOf(memory, heard.person, id)
  if (!record) return noSuch(id, prefixAt(world, heard.place), words)
  return isOver(record) ? shownAt(world, heard, id) : says(words.home.reportLater)
}

const shownAt = async (world: Speaking, heard: Said, interview: string | undefined): Promise<Card> => {
  const { pages, words } = world
  const texts = words.pages
  const { person, place } = heard
  if (pages?.address !== undefined) {
    const { token, link } = await linkTo(world, person, interview)
    const day = new Date(link.until).toISOString().slice(0, 10)
    return {
      ...says(texts.link({ address: `${pages.address}/p/${token}`, day })),
      buttons: [
        {
          label: words.buttons.withdraw,
          command: 'page',
          args: { what: 'withdraw', id: link.id.slice(0, SHORT) },
        },
      ],
    }
  }
  const { files } = platformAt(world, place).limits
  if (files !== true) return says(texts.noFiles({ reason: files }))
  const text = await pages?.html({ person, ...(interview !== undefined && { interview }) })
  const name = interview === undefined ? 'mlsd-history.html' : `mlsd-report-${interview}.html`
  const file: Attachment = { name, mime: 'text/html', text: text ?? '' }
  return text === undefined ? says(texts.none) : { ...says(texts.file), attachments: [file] }
}

const listed = async (world: Speaking, { person }: Said): Promise<Card> => {
  const { pages: words } = world.words
  const links = await pagesOf(world.memory, await selvesOf(world.memory, person))
  const lines = links.map(({ id, interview, until }) => {
    const day = new Date(until).toISOString().slice(0, 10)
    const of = interview ?? words.history
    return `- \`${id.slice(0, SHORT)}\` ${words.holds({ of, day })}`
  })
  return { tone: 'answer', title: words.links, text: lines.join('\n') || words.noLinks }
}
