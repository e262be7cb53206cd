/** What a look at something outside found, for whoever runs mlsd. */
export type Finding = {
  /** What was looked at, in a few words. */
  what: string
  /** `false` has to be mended before it works; a `warning` may be meant so. */
  ok: true | false | 'warning'
  /** What was found. */
  says: string
  /** What to do about it. */
  mend?: string
}
