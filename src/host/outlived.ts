/** What is kept for a while: a message in the mailbox removes it when its time is over. */
import type { Letter } from './letter.ts'
import type { World } from './world.ts'

/** Sees to it that a document goes at `until`, in milliseconds since 1970. */
export const outlive = async (
  { mailbox }: Pick<World, 'mailbox'>,
  document: string,
  until: number,
): Promise<void> => {
  const letter: Letter = { type: 'outlived', document, until }
  await mailbox.post(letter, { key: document, id: `${document} until ${until}`, at: until })
}

/** Removes a document whose time is over; one that was given more time meanwhile says so itself. */
export const remove = async (
  { memory }: Pick<World, 'memory'>,
  { document, until }: Extract<Letter, { type: 'outlived' }>,
): Promise<void> => {
  const kept = (await memory.load<{ until?: number }>(document))?.value
  if (kept !== undefined && (kept.until ?? 0) <= until) await memory.forget(document)
}
