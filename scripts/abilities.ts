/** The table of what each platform can do, printed from the limits that it declares. */
import { LIMITS as DISCORD } from '../src/platform/discord/limits.ts'
import type { Limits } from '../src/platform/platform.ts'
import { LIMITS as SLACK } from '../src/platform/slack/limits.ts'
import { limitsOf } from '../src/platform/terminal/limits.ts'

/** Every platform with its limits; the terminal as it is for a person who types. */
const PLATFORMS: Readonly<Record<string, Limits>> = {
  terminal: limitsOf(true),
  Slack: SLACK,
  Discord: DISCORD,
}

/** What each ability means for those who talk. */
const ABILITIES: Readonly<Record<keyof Limits, string>> = {
  characters: 'longest message, in characters; what is longer is split',
  places: 'an interview has a place of its own',
  hiding: 'that place can be out of the sight of others',
  privacy: 'one person alone is told something among others',
  buttons: 'buttons',
  forms: 'forms',
  files: 'files, heard and shown',
  links: 'every quote leads to its message',
  edits: 'what was shown can be changed',
  streaming: 'words are shown as they come',
  history: 'what was said while the bot was away is read',
  removal: 'the place of an interview can be removed',
}

/** One row for every ability; where a platform lacks one, the cell says why. */
export const abilities = (): string =>
  [
    `| | ${Object.keys(PLATFORMS).join(' | ')} |`,
    `| --- |${' --- |'.repeat(Object.keys(PLATFORMS).length)}`,
    ...Object.entries(ABILITIES).map(
      ([ability, means]) =>
        `| ${means} | ${Object.values(PLATFORMS)
          .map((limits) => cell(limits[ability as keyof Limits]))
          .join(' | ')} |`,
    ),
  ].join('\n')

const cell = (can: Limits[keyof Limits]): string => {
  if (typeof can === 'number') return can === Number.MAX_SAFE_INTEGER ? 'any' : can.toLocaleString('en-US')
  return can === true ? 'yes' : can
}
