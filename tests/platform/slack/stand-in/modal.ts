/** What a modal does when the app answers to its being sent in. */
import { fresh, replaced } from './methods/views.ts'
import type { Json, ViewKept, Workspace, World } from './world.ts'

/** Closes it, shows its faults, changes it, or puts another one on top, as the answer says. */
export const afterSubmission = (world: World, team: Workspace, kept: ViewKept, answer: unknown): void => {
  const { response_action: action, errors, view } = (answer ?? {}) as Json
  const stack = team.modals.get(kept.user) ?? []
  if (action === 'errors') kept.errors = errors as Record<string, string>
  else if (action === 'update') replaced(world, kept, view as Json)
  else if (action === 'push') stack.push(fresh(world, kept.user, 'modal', view as Json, kept))
  else if (action === 'clear') team.modals.delete(kept.user)
  else {
    const below = stack.filter((other) => other !== kept)
    if (below.length === 0) team.modals.delete(kept.user)
    else team.modals.set(kept.user, below)
  }
}
