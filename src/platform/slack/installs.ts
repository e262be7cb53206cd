/** Where the app is installed, and as whom it speaks there. */
import { PlatformFault } from '../platform.ts'
import type { Authorise } from './api/api.ts'
import type { InstallPages } from './hearing/http.ts'
import type { Team } from './names.ts'

export type Installs = {
  /** Throws `Foreign` where the app is not installed, and other `PlatformFault`s. */
  authorise: Authorise
  /** The app was taken out of a workspace, or its token revoked there, at this time. */
  ended(team: Team, at: number): Promise<void>
  /** Whether Slack takes the token we were given, where we were given one. Throws a `PlatformFault`. */
  check(): Promise<void>
  /** The pages by which it is installed, where anybody may. */
  pages: InstallPages
}

/** Something comes from, or is meant for, a workspace in which the app is not installed. */
export class Foreign extends PlatformFault {
  override name = 'Foreign'
  constructor() {
    super('gone', 'The app is not installed in that workspace.')
  }
}
