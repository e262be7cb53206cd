/**
 * The judge's prompt: rules and problem, then what was said, both the same for every stage of a talk, and last the criteria
 * in the order of this call.
 */
import { exhibits } from './exhibits.ts'
import { fenced } from './fence.ts'
import { type JudgeAnswer, judgeShape } from './judge-answer.ts'
import { tongue } from './language.ts'
import { inOrder, measure, warningsOf } from './measure.ts'
import type { Prompt } from './prompt.ts'
import { facts, held, opening } from './sheet.ts'
import type { Task } from './task.ts'
import { type PromptFile, templateOf } from './template.ts'

const PARTS = {
  system: ['problem'],
  problem: ['opening', 'facts', 'held'],
  unknown: [],
  user: ['mark', 'talk', 'appeal', 'language', 'criteria'],
  appeal: ['reason'],
} as const

/** Characters of one message that are shown: more than any platform takes. */
const MOST = 40_000

/** Reads the file and answers what makes a prompt of a task. */
export const judgePrompt = (
  file: PromptFile,
): ((task: Task, order: readonly string[], mark: string) => Prompt<JudgeAnswer>) => {
  const template = templateOf({ name: 'judge', role: 'judge' }, file, PARTS)
  return (task, order, mark) => {
    const { problem, appeal, language = 'English' } = task
    const criteria = inOrder(task.criteria, order)
    const warnings = warningsOf(criteria, problem)
    const sheet =
      problem === undefined
        ? template.put('unknown', {})
        : template.put('problem', {
            opening: opening(problem, mark),
            facts: facts(problem),
            held: held(problem),
          })
    const user = template.put('user', {
      mark,
      talk: fenced(exhibits(task), mark, MOST),
      language: tongue(language),
      criteria: measure(criteria, warnings),
      appeal:
        appeal === undefined
          ? ''
          : template.put('appeal', {
              reason: fenced([{ label: 'candidate, on the verdict', text: appeal }], mark, MOST),
            }),
    })
    return {
      prompt: template.prompt,
      messages: [
        { role: 'system', content: template.put('system', { problem: sheet }) },
        { role: 'user', content: user },
      ],
      shape: judgeShape(order, warnings),
    }
  }
}
