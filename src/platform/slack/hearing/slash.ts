/** The slash command: what was typed after it, as a command that was heard. */
import type { SlashCommand } from '@slack/bolt'
import type { Clock } from '../../../clock.ts'
import { wordsIn } from '../../../words/words.ts'
import { needsAdmin } from '../../commands.ts'
import type { Ear } from '../../ear.ts'
import { formFor, isForAdmins } from '../../form.ts'
import { misheard } from '../../misheard.ts'
import type { Parsed } from '../../parse.ts'
import type { Api } from '../api/api.ts'
import type { Pressed } from '../drawing/button.ts'
import { SLASH } from '../prefix.ts'
import type { Channels } from '../saying/target.ts'
import { isAdmin } from './admin.ts'
import { type Asking, wordsFor } from './asking.ts'
import type { Forms } from './forms.ts'
import type { Locales } from './locales.ts'
import { isOwn } from './own.ts'
import { spokenIn } from './spoken.ts'
import { type At, atChannel } from './whose.ts'

/** Takes a slash command, and says to the person alone what is wrong with it. */
export type Slash = (tenant: string, command: SlashCommand, asking: Asking) => Promise<void>

export const slashOf = (needs: Needs): Slash => {
  const { api, channels, ear, forms, clock, locales } = needs

  /** Two people who talk to one another without the app: one of them has an own talk with it. */
  const placeFor = async (tenant: string, user: string, channel: string): Promise<At> => {
    const at = atChannel(tenant, user, channel)
    const foreign = at.alone && !(await isOwn(channels, at, channel))
    return foreign ? { ...at, place: at.person } : at
  }

  /** What is to be answered, where something is. */
  const take = async (tenant: string, command: SlashCommand, asking: Asking): Promise<string | undefined> => {
    const { channel_id: channel, user_id: user, trigger_id: trigger } = command
    const here = await placeFor(tenant, user, channel)
    const { line, parsed } = spokenIn(command.text, tenant)
    const asked = 'args' in parsed ? parsed : bare(parsed, line)
    const admin = asked && needsAdmin(asked.command, asked.args) && (await isAdmin(api, tenant, user))
    const locale = await locales.of(tenant, user)
    const at: At = { ...here, ...(locale !== undefined && { locale }) }
    const form = asked && formFor(asked.command, asked.args)
    if (form && (!isForAdmins(form) || admin) && (await forms.open(form, at, trigger, asking.accept)))
      return undefined
    if (!('args' in parsed)) return misheard(parsed, SLASH, wordsIn(locale))
    const { person, place, alone } = at
    const called = command.user_name
    const zone = locales.zone(tenant, user)
    const where = {
      ...{ person, place, called },
      ...(zone !== undefined && { zone }),
      ...(alone && { alone }),
      ...(admin && { admin }),
      ...(locale !== undefined && { locale }),
    }
    await ear.take([{ ...where, type: 'command', id: trigger, at: clock.now(), ...parsed }])
    return undefined
  }

  return async (tenant, command, asking) => {
    const words = await take(tenant, command, asking).catch((error: unknown) =>
      wordsFor(error, 'typeAgain', wordsIn(locales.known(tenant, command.user_id))),
    )
    await asking.end(words)
  }
}

type Needs = {
  api: Api
  channels: Pick<Channels, 'isWith'>
  ear: Ear
  forms: Forms
  clock: Clock
  locales: Locales
}

/** A command that lacks what a form would ask for. */
const bare = (parsed: Exclude<Parsed, Pressed>, line: string): Pressed | undefined =>
  'command' in parsed && /^\s*\S+\s*$/.test(line) ? { command: parsed.command, args: {} } : undefined
