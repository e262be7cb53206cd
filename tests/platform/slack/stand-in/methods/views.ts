import { type Call, type Method, maybe, text } from '../call.ts'
import { initialValues } from '../form.ts'
import { refuse } from '../refusal.ts'
import type { Json, ViewKept, Workspace, World } from '../world.ts'
import { numbered } from './chat.ts'

/** Modals, and the home of the app. */
export const views: Record<string, Method> = {
  'views.open': {
    run: (call) => {
      const user = exchanged(call)
      const kept = fresh(call.world, user, 'modal', viewOf(call, 'modal'))
      call.team.modals.set(user, [kept])
      return { view: output(call.world, call.team, kept) }
    },
  },
  'views.push': {
    run: (call) => {
      const user = exchanged(call)
      const stack = call.team.modals.get(user) ?? []
      if (stack.length >= 3) return refuse('push_limit_reached')
      const below = stack.at(-1)
      const kept = fresh(call.world, user, 'modal', viewOf(call, 'modal'), below)
      call.team.modals.set(user, [...stack, kept])
      return { view: output(call.world, call.team, kept) }
    },
  },
  'views.update': {
    run: (call) => {
      const id = maybe(call, 'view_id')
      const external = maybe(call, 'external_id')
      const open = [...call.team.modals.values()].flat()
      const kept = open.find(({ id: known, view }) =>
        id === undefined ? view.external_id === external : known === id,
      )
      if (kept === undefined || (id === undefined && external === undefined)) return refuse('not_found')
      checkHash(call, kept)
      replaced(call.world, kept, viewOf(call, 'modal'))
      return { view: output(call.world, call.team, kept) }
    },
  },
  'views.publish': {
    run: (call) => {
      const user = text(call, 'user_id')
      if (!call.team.users.has(user)) return refuse('user_not_found')
      const known = call.team.homes.get(user)
      if (known !== undefined) checkHash(call, known)
      const kept = fresh(call.world, user, 'home', viewOf(call, 'home'))
      call.team.homes.set(user, kept)
      return { view: output(call.world, call.team, kept) }
    },
  },
}

/** Takes a trigger id, which opens one view and no more. */
const exchanged = (call: Call): string => {
  const trigger = call.world.triggers.get(text(call, 'trigger_id'))
  if (trigger === undefined || trigger.team !== call.team) return refuse('invalid_trigger_id')
  if (trigger.state === 'expired') return refuse('expired_trigger_id')
  if (trigger.state === 'used') return refuse('exchanged_trigger_id')
  trigger.state = 'used'
  return trigger.user
}

const viewOf = (call: Call, type: 'modal' | 'home'): Json => {
  const view = call.args.view as Json | undefined
  if (typeof view !== 'object' || view === null || view.type !== type) return refuse('invalid_arguments')
  return view
}

const checkHash = (call: Call, kept: ViewKept): void => {
  const hash = maybe(call, 'hash')
  if (hash !== undefined && hash !== kept.hash) refuse('hash_conflict')
}

/** A view that has just been opened. */
export const fresh = (
  world: World,
  user: string,
  kind: ViewKept['kind'],
  view: Json,
  below?: ViewKept,
): ViewKept => {
  const id = world.names.id('V')
  const blocks = numbered((view.blocks as Json[] | undefined) ?? [])
  return {
    id,
    user,
    kind,
    view: { ...view, blocks },
    hash: world.names.id('1700000000.'),
    root: below?.root ?? id,
    ...(below === undefined ? {} : { previous: below.id }),
    values: initialValues(blocks, {}),
  }
}

/** Puts another view in its place; what was filled in stays where block and action are the same. */
export const replaced = (world: World, kept: ViewKept, view: Json): void => {
  const blocks = numbered((view.blocks as Json[] | undefined) ?? [])
  kept.view = { ...view, blocks }
  kept.values = initialValues(blocks, kept.values)
  kept.hash = world.names.id('1700000000.')
  delete kept.errors
}

/** A view as Slack gives it to the app. */
export const output = (world: World, team: Workspace, kept: ViewKept): Json => {
  const { view } = kept
  return {
    id: kept.id,
    team_id: team.id,
    type: kept.kind,
    blocks: view.blocks,
    private_metadata: view.private_metadata ?? '',
    callback_id: view.callback_id ?? '',
    state: { values: structuredClone(kept.values) },
    hash: kept.hash,
    title: view.title ?? { type: 'plain_text', text: 'View Title', emoji: true },
    clear_on_close: view.clear_on_close === true,
    notify_on_close: view.notify_on_close === true,
    close: view.close ?? null,
    submit: view.submit ?? null,
    previous_view_id: kept.previous ?? null,
    root_view_id: kept.root,
    app_id: world.app.id,
    external_id: view.external_id ?? '',
    app_installed_team_id: team.orgWide ? team.enterprise : team.id,
    bot_id: team.bot.id,
  }
}
