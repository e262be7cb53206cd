/** Small numbers as English words. */

/** From zero to nineteen. */
export const ONES: readonly string[] =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )

/** From twenty to ninety. */
export const TENS: readonly string[] = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

/** What each of these words says. */
export const SPELLED: ReadonlyMap<string, number> = new Map([
  ...ONES.map((word, n): [string, number] => [word, n]),
  ...TENS.map((word, n): [string, number] => [word, 20 + 10 * n]),
])
