/** All that a reply is held against before it is said. */
import { asked, held } from './asked.ts'
import { brevity } from './brevity.ts'
import type { Check, Draft, Talk } from './draft.ts'
import { giveaway } from './giveaway.ts'
import { language } from './language.ts'
import { leak } from './leak.ts'
import { move } from './move.ts'
import { novelty } from './novelty.ts'
import { numbers } from './numbers.ts'
import { plain } from './plain.ts'
import { praise } from './praise.ts'
import { told } from './told.ts'

/** What is wrong, and by which check, whose name gives nothing away. */
export type Fault = { check: string; says: string }

/** What is wrong with the words of a reply, whole or as far as they have come; each only grows worse by what follows. */
export const faultsOfWords = (draft: Draft, talk: Talk): Fault[] => faults(WORDS, draft, talk)

/** What is wrong with a whole reply. */
export const faultsOf = (draft: Draft, talk: Talk): Fault[] => faults({ ...WORDS, ...DEEDS }, draft, talk)

type Checks = Readonly<Record<string, Check>>

const WORDS: Checks = { brevity, plain, praise, leak, numbers, novelty, language, giveaway }
const DEEDS: Checks = { asked, held, told, move }

const faults = (checks: Checks, draft: Draft, talk: Talk): Fault[] =>
  Object.entries(checks).flatMap(([name, check]) => {
    const says = check(draft, talk)
    return says === undefined ? [] : [{ check: name, says }]
  })
