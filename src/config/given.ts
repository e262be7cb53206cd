/** Addresses among the settings. */

/** Anything by name; what is blank is left out. */
export type Given = Readonly<Record<string, string | undefined>>

/** Tells of something that cannot be used, to whoever set it. */
export type Blame = (fault: string) => undefined

/** The same settings without white space around them. */
export const trimmed = (settings: Given): Given =>
  Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, value?.trim()]))

/** An address without a `/` at its end. It may hold a password, so that a fault does not show it. */
export const addressOf = (
  name: 'SLACK_API_URL' | 'PUBLIC_URL' | 'DISCORD_API_URL',
  given: Given,
  blame: Blame,
): string | undefined => {
  const value = given[name]
  if (value === undefined) return undefined
  const url = URL.parse(value)
  const here = url !== null && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname)
  if (url && !url.search && !url.hash && (url.protocol === 'https:' || (here && url.protocol === 'http:')))
    return url.href.replace(/\/+$/, '')
  return blame(`${name} is no address that can be used; wanted is one that begins with https://.`)
}
