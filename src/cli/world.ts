/** The world of a host, whoever it talks to. */
import { drawApart } from '../chart/apart.ts'
import type { World } from '../host/world.ts'
import type { Platform } from '../platform/platform.ts'
import type { Words } from '../words/words.ts'
import type { AnyClock, App, OwnData } from './app.ts'

/** Where people are talked to, and what they are told there about what is kept of it. */
export type Scene = {
  platforms: readonly Platform[]
  /** Milliseconds of silence that end an answer. */
  quiet: number
  /** Where words are stored, whether they are sent anywhere, and how to remove them. */
  storage: (words: Words, sent: boolean) => string
}

/** One world for all platforms of this process, so that there is one host over them. */
export const worldOf = async (
  app: App,
  { memory, mailbox, library, hands }: OwnData,
  clock: AnyClock,
  { platforms, quiet, storage }: Scene,
): Promise<World> => {
  const [interviewer, grader, minds] = await Promise.all([app.interviewer(), app.grader(), app.minds(memory)])
  return {
    memory,
    mailbox,
    library,
    clock,
    platforms: new Map(platforms.map((platform) => [platform.name, platform])),
    interviewer: { usual: minds?.interviewer ?? interviewer, standIn: interviewer },
    grader: { usual: minds?.grader ?? grader, standIn: grader },
    ...(minds && { used: minds.used }),
    ...(minds?.teacher && { teacher: minds.teacher }),
    settings: {
      quiet: Object.fromEntries(platforms.map(({ name }) => [name, quiet])),
      idle: app.config().idle,
      hands,
      ...(app.config().database !== undefined && { shared: true as const }),
      notice: (words) =>
        `${storage(words, minds !== undefined)} ${minds?.told(words) ?? words.welcome.rules({ by: grader.by })}`,
    },
    tools: apartOn(clock),
    draw: drawApart('light'),
    pages: pagesOn(app, { memory, library, clock }),
    log: app.log,
  }
}

/** The room of tools is read when the first one is asked for. */
const apartOn = (clock: World['clock']): NonNullable<World['tools']> => {
  let tools: NonNullable<World['tools']> | undefined
  return async (name) => {
    tools ??= (await import('../tools/apart.ts')).toolsApart(clock)
    return tools(name)
  }
}

/** The room of pages is read when the first one is made. */
const pagesOn = (
  app: App,
  stores: Pick<World, 'memory' | 'library' | 'clock'>,
): NonNullable<World['pages']> => {
  const address = app.config().web?.address
  return {
    ...(address !== undefined && { address }),
    html: async (page) => (await import('../web/pages.ts')).pagesFrom(stores).html(page),
  }
}
