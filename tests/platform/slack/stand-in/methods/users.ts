import { type Method, text } from '../call.ts'
import { refuse } from '../refusal.ts'
import { addUser } from '../teams.ts'

/** Who somebody is. */
export const users: Record<string, Method> = {
  'users.info': {
    scopes: ['users:read'],
    run: (call) => {
      const id = text(call, 'user')
      if (call.world.lenient && !call.team.users.has(id)) addUser(call.team, id, {})
      const user = call.team.users.get(id) ?? refuse('user_not_found')
      return {
        user: {
          id: user.id,
          team_id: call.team.id,
          name: user.name,
          real_name: user.name,
          deleted: user.deleted,
          tz: user.tz,
          tz_label: user.tz,
          tz_offset: user.tzOffset,
          profile: { real_name: user.name, display_name: user.name, team: call.team.id },
          is_admin: user.isAdmin,
          is_owner: user.isOwner,
          is_primary_owner: false,
          is_restricted: false,
          is_ultra_restricted: false,
          is_bot: user.isBot,
          is_app_user: false,
          updated: call.world.names.seconds(),
        },
      }
    },
  },
}
