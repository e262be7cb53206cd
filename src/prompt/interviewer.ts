/**
 * The interviewer's prompt: rules, framework and problem, which stay the same; then the talk, which only grows; and last
 * what is new with each turn.
 */
import { carried } from './carried.ts'
import { fenced } from './fence.ts'
import { framework } from './framework.ts'
import { type InterviewerAnswer, interviewerShape } from './interviewer-answer.ts'
import { tongue } from './language.ts'
import type { Prompt } from './prompt.ts'
import { facts, guidance, held, opening } from './sheet.ts'
import { standing, timing } from './standing.ts'
import { type PromptFile, type Template, templateOf } from './template.ts'
import type { Turn } from './turn.ts'

const PARTS = {
  system: ['framework', 'opening', 'facts', 'held', 'guidance'],
  user: ['mark', 'level', 'language', 'mode', 'talk', 'timing', 'standing', 'task', 'again'],
  coach: [],
  exam: [],
  open: ['question'],
  first: ['question'],
  return: ['stage'],
  twist: ['change'],
  turn: [],
  again: ['fault'],
  spoken: [],
} as const

/** Characters of one message that are shown. */
const MOST = 6_000

/** Reads the file and answers what makes a prompt of a turn. */
export const interviewerPrompt = (
  file: PromptFile,
): ((turn: Turn, mark: string) => Prompt<InterviewerAnswer>) => {
  const template = templateOf({ name: 'interviewer', role: 'interviewer' }, file, PARTS)
  return (turn, mark) => {
    const { flow, problem, options, language, fault } = turn
    const { notes, verbatim } = carried(turn.talk, turn.stage.id)
    const system = template.put('system', {
      framework: framework(flow),
      opening: opening(problem, mark),
      facts: facts(problem),
      held: held(problem),
      guidance: guidance(problem),
    })
    const user = template.put('user', {
      mark,
      level: options.level,
      language: language === undefined ? template.put('spoken', {}) : tongue(language),
      mode: template.put(options.mode, {}),
      talk: fenced([...notes, ...verbatim], mark, MOST),
      timing: timing(turn),
      standing: standing(turn),
      task: taskOf(template, turn),
      again: fault === undefined ? '' : template.put('again', { fault: fault.replace(/\s+/g, ' ') }),
    })
    return {
      prompt: template.prompt,
      messages: [
        { role: 'system', content: system },
        { role: 'user', content: user },
      ],
      shape: interviewerShape(flow),
    }
  }
}

const taskOf = (
  template: Template<typeof PARTS>,
  { purpose, flow, problem, stage, talk, twist }: Turn,
): string => {
  switch (purpose) {
    case 'open':
      return template.put(talk.length === 0 ? 'first' : 'open', { question: stage.opening })
    case 'return':
      return template.put('return', { stage: stage.title })
    case 'twist':
      return template.put('twist', { change: twist ?? problem.twist?.says ?? flow.twists[0]?.says ?? '' })
    case 'turn':
      return template.put('turn', {})
  }
}
