/** What must not be read in a log: what people wrote, tokens, codes, links, addresses. */

/** Fields that hold what somebody wrote, or what opens something; their content is never logged, whoever logs it. */
const CLOSED =
  /^(text|texts|said|says|words|body|heard|letter|effect|card|title|answer|answers|quote|message_text|args|input|values|token|tokens|code|secret|password|key_id|authorization|cookie|headers|link|url|email|mail|name|called)$/i

const GONE = '[redacted]'

/** Cleans what is to be logged, also of these very secrets wherever they stand. */
export const redaction = (secrets: readonly string[]) => {
  const known = [...new Set(secrets)].filter((secret) => secret.length >= SHORTEST).toSorted(longestFirst)

  const text = (words: string): string => {
    let clean = words
    for (const secret of known) clean = clean.replaceAll(secret, GONE)
    // Cut first, at the end of a word: no pattern has to look through a book.
    if (clean.length > LONGEST) clean = `${clean.slice(0, LONGEST).replace(/\S{0,200}$/, '')}...`
    for (const [pattern, by] of PATTERNS) clean = clean.replace(pattern, by)
    return clean.replace(QUOTED, unquoted)
  }

  const value = (one: unknown, depth: number): unknown => {
    if (typeof one === 'string') return text(one)
    if (one instanceof Error) return text(`${one.name}: ${one.message}`)
    if (typeof one !== 'object' || one === null) return typeof one === 'bigint' ? String(one) : one
    if (depth >= DEEPEST) return GONE
    if (Array.isArray(one)) return one.slice(0, MOST).map((each) => value(each, depth + 1))
    return fields(one, depth + 1)
  }

  const fields = (details: object, depth = 0): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(details).map(([name, one]) => [
        name,
        CLOSED.test(name) && one !== undefined && typeof one !== 'number' ? GONE : value(one, depth),
      ]),
    )

  return { text, fields }
}

/** What among the settings opens something. */
export const secretsIn = (env: Readonly<Record<string, string | undefined>>): string[] =>
  Object.entries(env).flatMap(([name, value]) =>
    value !== undefined && /TOKEN(?!S)|SECRET|PASSWORD|API_KEY|DATABASE_URL|OTLP_HEADERS/.test(name)
      ? [value.trim()]
      : [],
  )

const longestFirst = (one: string, other: string): number => other.length - one.length

/** Shorter ones would be found in ordinary words. */
const SHORTEST = 8
const LONGEST = 2_000
const DEEPEST = 3
const MOST = 20

const PATTERNS: readonly [RegExp, string][] = [
  // Slack's tokens, keys of model servers, and whatever follows "Bearer" or "Bot".
  [/\bx(?:ox[a-z]|app|wfp)(?:\.[a-z]+)?-[\w.-]+/gi, GONE],
  [/\b(?:sk|pk|rk)-[\w-]{8,}/g, GONE],
  [/\b(Bearer|Bot|Basic)\s+[\w.~+/=-]{8,}/g, `$1 ${GONE}`],
  // Discord's tokens, and anything else in three parts that is signed.
  [/\b[\w-]{20,}\.[\w-]{6,}\.[\w-]{20,}/g, GONE],
  // A link is cut to whose it is; a page's token may also stand alone.
  [/\b((?:https?|wss?|postgres(?:ql)?):\/\/)(?:[^\s/@"'<>]*@)?([^\s/"'<>?#]+)[^\s"'<>)\]]*/gi, '$1$2/...'],
  [/(\/p\/)[\w.-]{12,}/g, `$1${GONE}`],
  [/[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/g, '[address]'],
  // Codes that join two names.
  [/\b[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}\b/g, GONE],
]

/**
 * Errors quote what they were given, which may be what somebody wrote: whole sentences are nobody's to read, nor several
 * lines, nor cut ones.
 */
const QUOTED = /"(?=\S)[^"]*(?:"|$)|“[^”]*(?:”|$)|`(?=\S)[^`]*(?:`|$)/g

const unquoted = (quote: string): string =>
  quote.length > SENTENCE && /\s/.test(quote) && !COMMAND.test(quote) ? '"..."' : quote

/** Names of things are shorter. */
const SENTENCE = 20

/** What to do about it, such as "mlsd set-aside list". */
const COMMAND = /^"mlsd [a-z]{1,10}(?:-[a-z]{1,10})?(?: [a-z]{1,10})?"$/
