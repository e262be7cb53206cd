import type { Limits } from '../platform.ts'

/** What Slack can do. */
export const LIMITS: Limits = {
  characters: 11_000,
  edits: true,
  buttons: true,
  forms: true,
  files: true,
  links: true,
  streaming: true,
  places: true,
  privacy: true,
  hiding: 'a thread is seen by whoever sees its channel; an interview can be held in direct messages',
  removal: 'nobody may remove what somebody else has said',
  history: true,
}
