/** The bot's own sentences. The interviewer's come from the flow, the problem and the interviewer. */
import type { Note } from '../interview/effects.ts'
import { COMMAND_WORDS } from '../platform/commands.ts'

/** What is said for each note: what happened, and what the person can do. */
export const NOTES: Readonly<Record<Note, string>> = {
  'first-stage': 'There is no stage before this one.',
  'not-paused': 'The interview is running; there is nothing to resume.',
  'still-paused': 'The interview is paused. Type /resume to go on, or /end to finish.',
  'not-begun': 'The interview has not begun yet.',
  'no-report-yet': 'The report comes at the end. Type /end to finish now.',
  'too-late':
    'That message was taken up already, so the change does not count. Say it again in a new message.',
  'moving-on': 'One moment, the next question is on its way.',
  'just-moved': 'We have just moved on to this stage. Type /next again to leave it as well.',
  grading: 'The grading is under way; the report follows.',
  finished:
    'This interview is over. Type /report for the report, /retry STAGE to try a stage again, or /start for another.',
  'no-more-hints': 'There are no hints left here. Say what you would assume, or type /next.',
  'no-hints-in-exam': 'There are no hints in exam mode.',
  'nothing-to-repeat': 'Nothing has been asked yet.',
  'rate-first':
    'The interview is over. Rate yourself with /rate, or type /skip to go straight to the report.',
  'no-rating-now': 'You can rate yourself once the interview is over.',
  'kept-while-paused': 'The interview is paused. I have kept that; type /resume to go on.',
  trouble: 'I could not come up with a question just now. Go on with what you were saying, or type /next.',
  'ask-your-peer':
    'A person interviews you here: ask them. /next, /back, /pause and /end are for both of you.',
  'no-verdicts-yet':
    'Verdicts come with the report, at the end. Once it is out, /contest CRITERION REASON marks one that is wrong.',
  'awaiting-marks':
    'Thank you. The report comes once your interviewer has sent their form too, or after 24 hours.',
  'think-over': 'The two minutes are over. Go on when you are ready.',
}

const COMMAND = new RegExp(`(?<![\\w/])/(${COMMAND_WORDS.filter((word) => word !== '?').join('|')})\\b`, 'g')

/**
 * Our own words with each command in them as it is typed at a place, where `prefix` stands before it. A command that does
 * not begin with a sign of its own is set apart.
 */
export const asTyped = (text: string, prefix: string): string =>
  prefix === '/' ? text : text.replace(COMMAND, `\`${prefix}$1\``)

/** `4:05`, or `1:04:05` from an hour on. Milliseconds in. */
export const clockTime = (ms: number): string => {
  const seconds = Math.max(0, Math.round(ms / 1000))
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const two = (n: number) => String(n).padStart(2, '0')
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`
}
