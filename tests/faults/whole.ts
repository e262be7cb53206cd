/** What the conversation has to come to for the suite to mean anything. */
import { answers } from '../../src/interview/transcript.ts'
import { CONVERSATION } from './conversation.ts'
import type { Held } from './holding.ts'

/** What the talk lacks, one sentence each. */
export const lacking = ({ outcome, shown, moments, crashes }: Held): string[] => {
  const { report, transcript } = outcome
  const texts = shown.map(({ text }) => text).join('\n')
  const wanted: Record<string, boolean> = {
    'every stage is reached': report.notReached.length === 0,
    'a fact is asked for': report.facts.asked.length > 0,
    'a hint is counted': report.hints.length > 0,
    'a rating is taken': report.ratings.length > 0,
    'a stage is tried again': report.attempts.length === 1 && report.attempts[0]?.after != null,
    'a file is attached': transcript.some(({ kind }) => kind === 'attached'),
    'a pause holds an answer': texts.includes('I have kept that'),
    'the clock speaks': texts.includes('is used up') && texts.includes('well over its time'),
    'every answer stands once': answers(transcript).every(
      ({ entry }, index, all) => index === 0 || entry > (all[index - 1]?.entry ?? 0),
    ),
    'everything is shown once': new Set(shown.map(({ id }) => id)).size === shown.length,
    'nothing is set aside': outcome.aside.length === 0,
    'every message is acknowledged':
      moments.filter((name) => name.endsWith('is acknowledged')).length === 2 * CONVERSATION.length,
    'no process crashes': crashes === 0,
  }
  return Object.keys(wanted).filter((what) => !wanted[what])
}
