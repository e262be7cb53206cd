/** German. */
import type { Words } from '../en/en.ts'
import { ANSWERS, BELONGINGS, FILES, GRADED, HOME, MARKS } from './answers.ts'
import { COMMANDS } from './commands.ts'
import { CONTEST } from './contest.ts'
import { DAILY } from './daily.ts'
import { EDGE } from './edge.ts'
import { ATTEMPT, CONTESTED, EVIDENCE, FEEDBACK, QUESTION, QUESTION_MEANINGS } from './feedback.ts'
import { HELP, MISUSE } from './help.ts'
import { NOTES } from './notes.ts'
import { BOARD, LINK, PAGES } from './own.ts'
import { PAGE } from './page.ts'
import { COMPARED, INVITATION, PEER, SHEET } from './peer.ts'
import { PROGRESS } from './progress.ts'
import { CONDUCT, PART_RULES, PARTS, REMARKS, REPORT, SITUATION, WHOLE_RULES } from './report.ts'
import { BAND_MEANINGS, BANDS, LEVELS, MARK_MEANINGS, SCORES, STANDINGS, VERDICTS } from './scores.ts'
import { CHANNEL, SETTINGS } from './settings.ts'
import { START, START_FORM, WISH } from './start.ts'
import { SUMS } from './sums.ts'
import { BUTTONS, PLACED, STATES, TALK } from './talk.ts'
import { FIELDS, TERMINAL } from './terminal.ts'
import { TOOL_COMMANDS, TOOLS } from './tools.ts'
import { TROUBLES } from './troubles.ts'
import { AUDIENCES, AUDIENCES_OF_TWO, WELCOME } from './welcome.ts'

export const DE: Words = {
  language: 'de',
  notes: NOTES,
  talk: TALK,
  states: STATES,
  placed: PLACED,
  buttons: BUTTONS,
  welcome: WELCOME,
  audiences: AUDIENCES,
  audiencesOfTwo: AUDIENCES_OF_TWO,
  start: START,
  startForm: START_FORM,
  wish: WISH,
  settings: SETTINGS,
  channel: CHANNEL,
  answers: ANSWERS,
  home: HOME,
  belongings: BELONGINGS,
  files: FILES,
  graded: GRADED,
  marks: MARKS,
  contest: CONTEST,
  peer: PEER,
  invitation: INVITATION,
  sheet: SHEET,
  compared: COMPARED,
  report: REPORT,
  conduct: CONDUCT,
  remarks: REMARKS,
  situation: SITUATION,
  sums: SUMS,
  parts: PARTS,
  wholeRules: WHOLE_RULES,
  partRules: PART_RULES,
  scores: SCORES,
  bands: BANDS,
  bandMeanings: BAND_MEANINGS,
  markMeanings: MARK_MEANINGS,
  levels: LEVELS,
  standings: STANDINGS,
  verdicts: VERDICTS,
  feedback: FEEDBACK,
  evidence: EVIDENCE,
  contested: CONTESTED,
  question: QUESTION,
  questionMeanings: QUESTION_MEANINGS,
  attempt: ATTEMPT,
  page: PAGE,
  daily: DAILY,
  board: BOARD,
  link: LINK,
  pages: PAGES,
  progress: PROGRESS,
  commands: { ...COMMANDS, ...TOOL_COMMANDS },
  tools: TOOLS,
  help: HELP,
  misuse: MISUSE,
  terminal: TERMINAL,
  fields: FIELDS,
  edge: EDGE,
  troubles: TROUBLES,
}
