/** Phrases of everyday talk: said of anything, they show an idea only beside words that are about it. */
import { FUNCTION_WORDS } from '../flow/function-words.ts'
import { remembered } from '../flow/remembered.ts'
import { words } from '../flow/words.ts'

const LIST = `
act acts add adds agree agreed answer apart appear appears arrive arrives ask asks back bad bare begin begins big bit boring bored break
bring brings buy calm call calls care case change changes cheap check choose clean close come comes copy correct cost costs costly
count cut day days dear deal decide decides defer depend die dies do draws drop drops early easy end ends enough everybody everyone expect
fair fall falls far fast feel feels few find finds fine first fit fits follow forget forgive forgotten fresh friday front full genuine get gets
give gives go goes good great half hand happen happens happily happy hard hate have hear heavy help helps high hold holds home hope
hurry idea keep keeps kids kind know knows large last lately later law lazy leave leaves left let lets life like likely little live long look looks
lose loses lot low make makes man many matter matters maybe mean means mild mind minute minutes miss mixed moment money month
morning most move much nearly need needs new next nice night nobody none nothing now office often old open order other own part party
pass past patience pay pays people person pick place plain plan play plenty point polite prepared pretty problem pull push put quick
quickly quiet quietly rarely reach read ready real reason rest right rise rises run runs safe safer same save saves say says second see seems
seen send sends set settled shift shifts short shout show shows side silence simple simply since sit skip slow small smallest snow some someone
something soon sooner sort spend stand stands start starts stay stays step stick still stop stops storm street strike stuck such sudden
suppose sure survive take takes talk tell tells thing things think though thought time tired today tomorrow touch tricky tries trip true try turn turns
understand unlike up use used useful useless usual wait waits wake walk want wants warm waste watch way week weeks well whoever whole win
wins wish wonder word words work works world worse worst would wrong wrongly year yesterday yet young weakest
`

const EVERYDAY: ReadonlySet<string> = new Set(words(LIST).map(({ stem }) => stem))

/** True for the stem of a word that is said of anything. */
export const isEverydayWord = (stem: string): boolean => EVERYDAY.has(stem)

/** A turn of speech of three words and more is an expression of its own. */
const LONGEST = 2

/** True for a phrase of a word or two, small ones but for one of everyday talk: `stays`, `only the`, `that costs`. */
export const everyday = remembered((phrase: string): boolean => {
  const all = words(phrase)
  const telling = all.filter(({ text }) => !FUNCTION_WORDS.has(text))
  return (
    all.length <= LONGEST &&
    telling.length <= 1 &&
    telling.every(({ stem, number }) => !number && EVERYDAY.has(stem))
  )
})
