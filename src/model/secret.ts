/** What others say of a request may repeat its key. */

/** A text without the key, or anything that looks like one, on one line and of modest length. */
export const withoutSecrets = (text: string, key: string | undefined): string => {
  const bare = key === undefined || key === '' ? text : text.replaceAll(key, '[key]')
  const clean = bare
    .replace(/\b(sk|pk|api|key|gsk|xai)[-_][\w*.-]{6,}/gi, '[key]')
    .replace(/\bBearer\s+\S+/gi, 'Bearer [key]')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
  return clean.length > LONGEST ? `${clean.slice(0, LONGEST)}...` : clean
}

/** The words of a candidate may come back in an error as well; a sentence is enough to see what is wrong. */
const LONGEST = 200
