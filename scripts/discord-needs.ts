/** What Discord is asked for, printed from the data that the edge and `mlsd doctor` go by. */
import { inviteOf } from '../src/platform/discord/invite.ts'
import { INTENTS, PERMISSIONS } from '../src/platform/discord/needs.ts'

/** The intents, the permissions, and the link that asks for the latter. */
export const discordNeeds = (): string =>
  [
    '| intent | |',
    '| --- | --- |',
    ...Object.values(INTENTS).map(({ called, purpose }) => `| ${called} | ${sentence(purpose)} |`),
    '',
    '| permission | | without it |',
    '| --- | --- | --- |',
    ...Object.values(PERMISSIONS).map(
      ({ called, purpose, without }) => `| ${called} | ${sentence(purpose)} | ${sentence(without)} |`,
    ),
    '',
    'The link that invites the bot with these, and nothing more:',
    '',
    '```text',
    inviteOf('APPLICATION_ID'),
    '```',
  ].join('\n')

const sentence = (words: string): string => `${words[0]?.toUpperCase()}${words.slice(1)}.`
