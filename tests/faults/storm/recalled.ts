/** The model as it was in a storm: it answers where it answered there, and fails where it failed. */
import { join } from 'node:path'
import { lexicalGrader } from '../../../src/grader/lexical.ts'
import { llmGrader } from '../../../src/grader/llm.ts'
import type { World } from '../../../src/host/world.ts'
import { llmInterviewer } from '../../../src/interviewer/llm.ts'
import { llmTeacher } from '../../../src/interviewer/llm-teacher.ts'
import { scriptedInterviewer } from '../../../src/interviewer/scripted.ts'
import { promptsIn } from '../../../src/main/thinking.ts'
import { type Model, ModelFailure } from '../../../src/model/model.ts'
import { saidIn, thoughtOn } from './mind.ts'
import type { Held } from './remains.ts'

/** Who asks, judges and teaches: by rules, or by a model where `described` says how it is called. */
export const mindsOf = async (
  described: string | undefined,
  heldOf: (interview: string) => Held | undefined,
): Promise<Pick<World, 'interviewer' | 'grader' | 'teacher'>> => {
  const [interviewer, grader] = [scriptedInterviewer(), lexicalGrader()]
  if (described === undefined)
    return {
      interviewer: { usual: interviewer, standIn: interviewer },
      grader: { usual: grader, standIn: grader },
    }
  const prompts = await promptsIn(join(import.meta.dirname, '..', '..', '..', 'prompts'))
  const means = { model: recalled(described, heldOf), prompts, mark: () => 'f00dfeed1234' }
  return {
    interviewer: { usual: llmInterviewer(means), standIn: interviewer },
    grader: { usual: llmGrader(means), standIn: grader },
    teacher: llmTeacher(means),
  }
}

const recalled = (described: string, heldOf: (interview: string) => Held | undefined): Model => ({
  describe: () => described,
  async ask({ shape, messages, whose }) {
    const held = heldOf(whose?.interview ?? '')
    const thought = thoughtOn(shape.name, messages)
    const last = saidIn(textOf(messages)).at(-1) ?? ''
    if (!held || !wasUsed(shape.name, thought, last, held))
      throw new ModelFailure('unreachable', 'It failed then.', [])
    const read = shape.parse(thought)
    if ('fault' in read) throw new ModelFailure('malformed', read.fault, [])
    return { value: read.value, usage: [] }
  },
})

/** Whether a model was listened to: in what was said next after the `last` words, in what was judged, and in what was taught. */
const wasUsed = (shape: string, thought: unknown, last: string, { transcript, record }: Held): boolean => {
  const { judged, taught } = record.interview.snapshot.context
  if (shape === 'turn') {
    const { say } = thought as { say: string }
    const from = transcript.findIndex(({ who, text }) => who === 'candidate' && text.endsWith(last))
    const next = transcript.slice(from).find(({ who }) => who === 'interviewer')
    return next?.text.includes(say) ?? false
  }
  if (shape !== 'judgement') return taught?.[0] !== 'failed'
  const { verdicts } = thought as { verdicts: { criterion: string }[] }
  const asked = verdicts.map(({ criterion }) => criterion)
  return Object.values(judged).some(
    (one) => one.by.startsWith('model') && one.verdicts.some(({ criterion }) => asked.includes(criterion)),
  )
}

const textOf = (messages: readonly { content: string }[]): string =>
  messages.map(({ content }) => content).join('\n')
