/** The words of a list, in which blanks stand between them. */
export const wordSet = (list: string): ReadonlySet<string> => new Set(list.split(' '))
