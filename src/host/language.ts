/** In which language an interview is held, and somebody is spoken to. */
import { isOver } from '../interview/phase.ts'
import { LANGUAGES, type Words, wordsIn } from '../words/words.ts'
import { heldAt } from './places.ts'
import type { InterviewRecord, Learner } from './record.ts'
import { keys } from './record.ts'
import type { World } from './world.ts'

/** The words of an interview. */
export const wordsOf = ({ interview }: Pick<InterviewRecord, 'interview'>): Words =>
  wordsIn(interview.snapshot.context.options.language)

/**
 * The words for somebody: at the place of an interview of theirs those in which it is held while it runs, and outside of any
 * what they have set, else what their platform says, or said last.
 */
export const wordsFor = async (
  { memory }: Pick<World, 'memory'>,
  { person, place, locale }: { person: string; place?: string; locale?: string | undefined },
): Promise<Words> => {
  const held = place === undefined ? undefined : await heldAt(memory, place)
  if (held && !isOver(held) && isIn(held, person) && isChosen(held)) return wordsOf(held)
  const learner = (await memory.load<Learner>(keys.learner(person)))?.value
  return wordsIn(learner?.preferences?.language ?? locale ?? learner?.locale)
}

const isIn = ({ person: candidate, peer }: InterviewRecord, person: string): boolean =>
  candidate === person || peer?.interviewer === person

/** Whether its language was chosen, and is one that there are words for. */
const isChosen = ({ interview }: InterviewRecord): boolean =>
  Object.hasOwn(LANGUAGES, interview.snapshot.context.options.language ?? '')

/** A card or a form that names the language of these words, so that what a platform adds is said in it too. */
export const saidIn = <T extends { language?: string }>(said: T, { language }: Words): T =>
  language === 'en' ? said : { ...said, language }

/** The code that is meant by a code, a tag such as `de-AT`, or the language's name; nothing where there is no such language. */
export const languageMeant = (said: string): string | undefined => {
  const wanted = said.trim().toLowerCase()
  const [code = ''] = wanted.split(/[-_]/)
  if (/^[a-z]{2,3}$/.test(code) && nameIn('en', code) !== undefined) return code
  return Object.keys(LANGUAGES).find((each) =>
    [nameIn(each, each), nameIn('en', each)].some((name) => name?.toLowerCase() === wanted),
  )
}

/** The language of a platform's tag, where an interview is to be held in it without being asked for: any but English. */
export const languageTold = (locale: string | undefined): string | undefined => {
  const code = locale === undefined ? undefined : languageMeant(locale)
  return code === 'en' ? undefined : code
}

/** What a language calls itself. */
export const ownName = (code: string): string => nameIn(code, code) ?? code

const nameIn = (language: string, code: string): string | undefined =>
  new Intl.DisplayNames([language, 'en'], { type: 'language', fallback: 'none' }).of(code)
