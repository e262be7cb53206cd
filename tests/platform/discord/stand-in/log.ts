import type { Json } from './world.ts'

/** One call of the REST API, as it was answered. */
export type Logged = {
  /** Such as `POST /channels/:id/messages`. */
  route: string
  path: string
  /** The channel or the guild that it is about. */
  about: string | undefined
  body: Json
  /** The names of the files that came with it. */
  files: string[]
  /** Milliseconds since the stand-in started. */
  at: number
  status: number
  /** The code of a refusal. */
  code?: number
}
