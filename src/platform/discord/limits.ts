import type { Limits } from '../platform.ts'

/** What Discord can do. */
export const LIMITS: Limits = {
  characters: 4_000,
  edits: true,
  buttons: true,
  forms: true,
  files: true,
  links: true,
  streaming: true,
  places: true,
  privacy: true,
  hiding: true,
  removal: true,
  history: true,
}
