/** Whose something is that Slack delivers, and who did it. */
import { isDirect, personName, placeName, type Team, tenantName } from '../names.ts'

/** A person somewhere, as everything from outside is attributed. */
export type At = {
  tenant: string
  user: string
  person: string
  place: string
  alone?: true
  /** The language in which Slack is shown to them, where it is known. */
  locale?: string
}

/** The parts of every kind of delivery in which Slack names a workspace. */
type Body = {
  event?: unknown
  authorizations?: readonly { team_id?: string | null; enterprise_id?: string | null }[]
  team_id?: string
  enterprise_id?: string
  team?: { id?: string; enterprise_id?: string } | null
  enterprise?: { id?: string } | null
  user?: { team_id?: string }
  view?: { app_installed_team_id?: string }
}

/** The tenant of a delivery; throws where Slack names none. */
export const tenantIn = (body: Body): string => tenantName(teamsIn(body))

const teamsIn = (body: Body): Team => {
  if (body.event !== undefined || body.team_id !== undefined) {
    const [first] = body.authorizations ?? []
    return parts(first?.team_id ?? body.team_id, first?.enterprise_id ?? body.enterprise_id)
  }
  // A form opened in a channel that is shared with another company names where the app is installed.
  const installed = body.view?.app_installed_team_id
  const team = installed?.startsWith('T') ? installed : (body.team?.id ?? body.user?.team_id)
  return parts(team, body.enterprise?.id ?? body.team?.enterprise_id)
}

const parts = (team: string | null | undefined, enterprise: string | null | undefined): Team => {
  if (team?.startsWith('E')) return { enterprise: team }
  return { ...(team && { team }), ...(enterprise && { enterprise }) }
}

/** A person in a channel, or in a thread of it. */
export const atChannel = (tenant: string, user: string, channel: string, thread?: string): At => ({
  tenant,
  user,
  person: personName(tenant, user),
  place: placeName(tenant, channel, thread),
  ...(isDirect(channel) && { alone: true }),
})
