/** What Slack's library tells of itself, as complaints in words of our own. */
import { type Logger, LogLevel } from '@slack/bolt'
import type { Complaints } from '../../complaints.ts'

/**
 * A logger for Slack's library. Its chatter holds what people wrote, so only warnings and errors come through, and of
 * those only the library's own words: what it quotes is left out.
 */
export const loggerOf = ({ complain }: Pick<Complaints, 'complain'>): Logger => {
  const tell = (level: 'warn' | 'error', words: unknown[]): void => {
    const text = words.map(wordsOf).join(' ')
    const known = KNOWN.find(({ sign }) => sign.test(text))
    if (known?.say !== '') complain(level, known?.say ?? unquoted(text))
  }
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: (...words) => tell('warn', words),
    error: (...words) => tell('error', words),
    setLevel: () => undefined,
    getLevel: () => LogLevel.WARN,
    setName: () => undefined,
  }
}

/** What the library says often, in words that can be acted on; nothing where we say it ourselves. */
const KNOWN: readonly { sign: RegExp; say: string }[] = [
  {
    sign: /signature mismatch|unknown signature version/,
    say: 'A request was refused since its signature is wrong. If it came from Slack, SLACK_SIGNING_SECRET is not that of this app.',
  },
  {
    sign: /x-slack-request-timestamp must differ/,
    say: 'A request was refused since it is older than five minutes. If it came from Slack, the clock of this machine is wrong.',
  },
  {
    sign: /header x-slack-\S+ did not have the expected type/,
    say: 'A request was refused since it bears no signature. It did not come from Slack.',
  },
  { sign: /exceeded the maximum allowed size/, say: 'A request was refused since it is too large.' },
  { sign: /Malformed request body/, say: 'A request was refused since it cannot be read.' },
  { sign: /Failed to parse and verify/, say: 'A request was cut off or could not be read.' },
  { sign: /Could not determine the type/, say: 'Something came from Slack that is not known here.' },
  {
    sign: /Failed to send a (?:WebSocket )?message|Authorization of incoming event|retrieve a new WSS URL|WebSocket error|ack\(\) has already/,
    say: '',
  },
]

const wordsOf = (word: unknown): string => (word instanceof Error ? word.message : String(word))

/** Quoted parts may be what somebody wrote. */
const unquoted = (text: string): string => {
  const plain = text.replace(/"[^"]*"|'[^']*'|`[^`]*`/g, '"…"').replace(/\s+/g, ' ')
  return `Slack's library: ${plain.length > LONGEST ? `${plain.slice(0, LONGEST)}…` : plain}`
}

const LONGEST = 200
