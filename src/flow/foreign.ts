/** Whether a text is in a language that the rules cannot read. */
import { FUNCTION_WORDS } from './function-words.ts'
import type { Word } from './words.ts'

/** True for a text mostly in another script, or with more small words of another language than of English. */
export const foreign = (words: readonly Word[]): boolean => {
  const lettered = words.filter((word) => !word.number)
  if (lettered.length === 0) return false
  const latin = lettered.filter((word) => /^\p{Script=Latin}/u.test(word.text)).length
  const lettering = lettered.filter((word) => /^\p{L}/u.test(word.text)).length
  if (lettering >= 2 && latin < lettering / 2) return true
  if (lettered.length < 4) return false
  const english = lettered.filter((word) => FUNCTION_WORDS.has(word.text)).length
  const others = new Map<string, number>()
  for (const word of lettered)
    for (const language of LANGUAGES.get(word.text) ?? [])
      others.set(language, (others.get(language) ?? 0) + 1)
  const best = Math.max(0, ...others.values())
  return best / lettered.length >= 0.15 && best > english
}

/** The small words of each language. */
const PROFILES = {
  german:
    'der die das und ist nicht ein eine einen einem einer ich wir sie es mit für auf von zu den dem des im am als auch sich aber oder wenn dass weil werden wird kann haben hat sind war bei nach aus über',
  french:
    'le la les et est pas un une des du de je nous vous il elle ils avec pour sur dans que qui au aux par ce cette ces mais ou donc car sont être avoir plus comme si ne se en',
  spanish:
    'el la los las y es no un una unos del de yo nosotros con para por en que se su sus como pero o si porque son está este esta más lo al cuando ser hay muy',
  italian:
    'il lo la gli le e è non un una uno del della dei delle di io noi con per in che si su come ma o se perché sono questo questa più al alla quando essere anche nel',
  portuguese:
    'o a os as e é não um uma do da dos das de eu nós com para por em que se como mas ou porque são este esta mais ao quando ser há muito no na',
  dutch:
    'de het een en is niet ik wij we zij met voor op van te in dat die als ook maar of omdat worden wordt kan hebben heeft zijn was bij naar uit over er aan om',
  polish:
    'i w na z do nie się że to jest jak o po od za dla ale czy przez są tego może być który która które oraz',
  turkish: 've bir bu da de için ile ne mi çok daha gibi ama olarak var değil o ben biz en kadar sonra her',
  swedish: 'och att det är en ett som på inte för med av till den jag vi har om men eller när kan från så',
  indonesian:
    'yang dan di ke dari ini itu untuk dengan tidak adalah pada kami saya kita akan atau juga karena bisa dalam',
}

/** Which languages a small word belongs to. */
const LANGUAGES = new Map<string, string[]>()
for (const [language, list] of Object.entries(PROFILES))
  for (const word of new Set(list.split(' '))) LANGUAGES.set(word, [...(LANGUAGES.get(word) ?? []), language])
