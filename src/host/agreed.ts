/** What a few plain words mean where an interview stands still and the choice is to go on with it or to end it. */

/** The command that the words stand for; nothing where they say something else, which is kept as an answer. */
export const agreedTo = (text: string): 'resume' | 'end' | undefined => {
  const words = (text.toLowerCase().match(/[\p{L}']+/gu) ?? []).filter((word) => !POLITE.has(word)).join(' ')
  return RESUME.has(words) ? 'resume' : END.has(words) ? 'end' : undefined
}

const listed = (list: string): ReadonlySet<string> => new Set(list.split(/,\s+/))

const POLITE = listed("please, bitte, it, es, the, das, interview, let's, lets, now, jetzt")

const RESUME = listed(
  'yes, yep, yeah, y, resume, yes resume, continue, yes continue, go on, yes go on, carry on, ' +
    'ja, jo, weiter, ja weiter, weitermachen, fortsetzen, ja fortsetzen, mach weiter, geht weiter',
)

const END = listed('end, end and report, finish, beenden, beende, ende')
