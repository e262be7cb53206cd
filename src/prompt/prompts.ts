/** How it is put: what is asked of a model, made from the files in `prompts/`. */
import { PromptError } from './fault.ts'
import { interviewerPrompt } from './interviewer.ts'
import type { InterviewerAnswer } from './interviewer-answer.ts'
import { judgePrompt } from './judge.ts'
import type { JudgeAnswer } from './judge-answer.ts'
import type { Prompt } from './prompt.ts'
import type { Task } from './task.ts'
import { type Teaching, teachPrompt } from './teach.ts'
import type { TeachAnswer } from './teach-answer.ts'
import type { PromptFile } from './template.ts'
import type { Turn } from './turn.ts'

export type Prompts = {
  /**
   * One turn of the talk. The mark is random, unknown to the candidate, and the same in every turn of an interview, since
   * what stays the same from turn to turn costs less.
   */
  interviewer(turn: Turn, mark: string): Prompt<InterviewerAnswer>
  /** Verdicts on the criteria of a task, put to the judge in the order of these ids; all calls on a talk share a mark. */
  judge(task: Task, order: readonly string[], mark: string): Prompt<JudgeAnswer>
  /** What could have been said, once all is judged. */
  teach(teaching: Teaching, mark: string): Prompt<TeachAnswer>
}

/** The prompts of these files; throws a PromptError that lists what is wrong in any of them. */
export const promptsFrom = (files: {
  interviewer: PromptFile
  judge: PromptFile
  teach: PromptFile
}): Prompts => {
  const faults: PromptError[] = []
  const read = <T>(make: () => T): T | undefined => {
    try {
      return make()
    } catch (error) {
      if (!(error instanceof PromptError)) throw error
      faults.push(error)
      return undefined
    }
  }
  const interviewer = read(() => interviewerPrompt(files.interviewer))
  const judge = read(() => judgePrompt(files.judge))
  const teach = read(() => teachPrompt(files.teach))
  if (interviewer === undefined || judge === undefined || teach === undefined)
    throw new PromptError(faults.flatMap((one) => one.faults))
  return { interviewer, judge, teach }
}
