/**
 * What people and places of Slack are called.
 *
 * A tenant is a workspace (`slack:T1`), a workspace of an organisation (`slack:E1.T1`), or an organisation into which the
 * app was installed as a whole (`slack:E1`). A channel is a place (`slack:T1/C1`), so are a thread in it
 * (`slack:T1/C1/1700000000.000100`), a direct message (`slack:T1/D1`) and a thread there. A person (`slack:T1/U1`) is the
 * place of what is said to them alone, and `slack:T1/U1/home` is their Home tab.
 */

/** Whose an installation is, in Slack's own ids. */
export type Team = { team?: string; enterprise?: string }

/** What a name stands for, in Slack's own ids. */
export type Spot =
  | { type: 'channel'; tenant: string; channel: string; thread?: string }
  | { type: 'person'; tenant: string; user: string }
  | { type: 'home'; tenant: string; user: string }

const PLATFORM = 'slack'

/** The tenant of a team, of an organisation, or of a team in one. */
export const tenantName = ({ team, enterprise }: Team): string => {
  const parts = [enterprise, team].filter((part) => part !== undefined && part !== '')
  if (parts.length === 0) throw new Error('Slack named neither a team nor an enterprise.')
  return `${PLATFORM}:${parts.join('.')}`
}

/** The team and the organisation that a tenant stands for. */
export const teamIn = (tenant: string): Team => {
  const team: Team = {}
  for (const id of tenant.slice(PLATFORM.length + 1).split('.')) {
    if (id.startsWith('E')) team.enterprise = id
    else team.team = id
  }
  return team
}

/** A channel or a direct message, or a thread in it. */
export const placeName = (tenant: string, channel: string, thread?: string): string =>
  thread === undefined ? `${tenant}/${channel}` : `${tenant}/${channel}/${thread}`

/** A person, who is the place of what is said to them alone as well. */
export const personName = (tenant: string, user: string): string => `${tenant}/${user}`

/** A person's Home tab. */
export const homeName = (tenant: string, user: string): string => `${tenant}/${user}/home`

/** Reads the name of a place or a person; throws where it is none of Slack's. */
export const spotOf = (name: string): Spot => {
  const [tenant = '', id = '', within, ...more] = name.split('/')
  if (!tenant.startsWith(`${PLATFORM}:`) || id === '' || more.length > 0) throw new Error(misnamed(name))
  if (!USER.test(id)) {
    const spot = { type: 'channel', tenant, channel: id } as const
    return within === undefined ? spot : { ...spot, thread: within }
  }
  if (within !== undefined && within !== 'home') throw new Error(misnamed(name))
  return { type: within === undefined ? 'person' : 'home', tenant, user: id }
}

/** Whether a channel is a direct message between the app and one person. */
export const isDirect = (channel: string): boolean => channel.startsWith('D')

/** When a message was sent, in milliseconds. */
export const timeOf = (ts: string): number => Math.round(Number(ts) * 1000)

/** A time as Slack writes it, for asking what was said since. */
export const tsAt = (time: number): string => (time / 1000).toFixed(6)

/** Leads to a message for good. */
export const linkTo = (workspace: string, channel: string, ts: string, thread?: string): string => {
  const link = `${workspace.replace(/\/*$/, '/')}archives/${channel}/p${ts.replace('.', '')}`
  return thread === undefined || thread === ts ? link : `${link}?thread_ts=${thread}&cid=${channel}`
}

/** Slack gives people ids with U, or W in an organisation. */
const USER = /^[UW]/

const misnamed = (name: string): string => `"${name}" names no place or person of Slack.`
