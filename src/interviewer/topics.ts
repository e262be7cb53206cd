/** The usual ways of asking for a topic, for questions that use none of a problem's own phrases. */
import { LEANING_WORDS } from './leaning-words.ts'
import { RUNNING_WORDS } from './running-words.ts'
import { SPOKEN_RUNNING_WORDS } from './spoken-running-words.ts'
import { SPOKEN_WORDS } from './spoken-words.ts'
import { TOPIC_WORDS } from './topic-words.ts'

/** The phrases by which people ask for a topic; none for a topic that only one problem has. */
export const phrasesOf = (topic: string): readonly string[] => {
  phrases ??= read([TOPIC_WORDS, RUNNING_WORDS, SPOKEN_WORDS, SPOKEN_RUNNING_WORDS], '|')
  return phrases.get(topic) ?? []
}

/** The words that lean towards a topic without naming it. */
export const leaningTo = (topic: string): readonly string[] => {
  leaning ??= read([LEANING_WORDS], ' ')
  return leaning.get(topic) ?? []
}

let phrases: Map<string, string[]> | undefined
let leaning: Map<string, string[]> | undefined

const read = (lists: readonly string[], border: string): Map<string, string[]> => {
  const out = new Map<string, string[]>()
  for (const entry of lists.flatMap((list) => list.trim().split(/\n(?=[a-z])/))) {
    const [names = '', rest = ''] = entry.split(/:(.*)/s)
    const all = rest.replace(/\s+/g, ' ').split(border)
    const clean = all.map((one) => one.trim()).filter((one) => one !== '')
    for (const topic of names.split(' ')) out.set(topic, [...(out.get(topic) ?? []), ...clean])
  }
  return out
}
