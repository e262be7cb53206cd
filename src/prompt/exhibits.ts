/** What is laid before the judge: the candidate's messages, each below the question it answers. */
import type { Passage } from './fence.ts'
import type { Task } from './task.ts'

/** Oldest first; of the talk only what leads to a message that is to be judged. */
export const exhibits = ({ answers, given, talk, problem }: Task): Passage[] => {
  if (talk === undefined) {
    const others = given.filter((text) => text !== problem?.opening)
    return [...others.map(asked), ...answers.map(said)]
  }
  const judged = new Map(answers.map((answer) => [answer.entry, answer]))
  const shown = new Set<number>()
  const out: Passage[] = []
  let question: string | undefined
  for (const { entry, who, text } of talk) {
    const answer = judged.get(entry)
    if (who === 'interviewer') question = text
    else if (answer !== undefined) {
      if (question !== undefined) out.push(asked(question))
      question = undefined
      shown.add(entry)
      out.push(said(answer))
    }
  }
  // What the talk lacks is shown all the same: no message is lost between two accounts of it.
  return [...out, ...answers.filter(({ entry }) => !shown.has(entry)).map(said)]
}

const asked = (text: string): Passage => ({ label: 'interviewer', text })

const said = ({ entry, stage, text }: Task['answers'][number]): Passage => ({
  label: `candidate ${entry}, ${stage}`,
  text,
})
