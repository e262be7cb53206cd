/** Texts without what must not be read in a log. */

/** Tokens of Slack: bots', people's, apps', refreshing and rotated ones. */
const TOKEN = /\bx(?:ox[a-z](?:\.xox[a-z])?|app)-[\w-]+/gi

/** The text with every token and every one of these secrets struck out. */
export const unsecret = (text: string, secrets: readonly string[] = []): string =>
  secrets
    .filter((secret) => secret !== '')
    .reduce((left, secret) => left.replaceAll(secret, STRUCK), text)
    .replace(TOKEN, STRUCK)

const STRUCK = '(secret)'
