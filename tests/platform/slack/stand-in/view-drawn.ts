/** A modal, or the home of the app, as it is read. */
import { buttonsOf, plain } from './drawn.ts'
import { fieldsOf } from './form.ts'
import type { Json, ViewKept } from './world.ts'

export type ViewShown = {
  title: string
  text: string
  buttons: string[]
  fields: {
    label: string
    blockId: string
    type: string
    optional: boolean
    options: string[]
    value: unknown
  }[]
  /** What was wrong with what was sent in, by block id. */
  errors: Record<string, string>
  privateMetadata: string
  kept: ViewKept
}

/** What somebody sees of a view that is open before them. */
export const viewShown = (kept: ViewKept | undefined): ViewShown | undefined => {
  if (kept === undefined) return undefined
  const { view, values, errors = {} } = kept
  const blocks = view.blocks as Json[]
  const fields = fieldsOf(blocks).map(({ block, element, blockId, actionId, label }) => {
    const { type: _, ...state } = values[blockId]?.[actionId] ?? {}
    const [value] = Object.values(state)
    const options = ((element.options as Json[] | undefined) ?? []).map((option) => String(option.value))
    return { label, blockId, type: String(element.type), optional: block.optional === true, options, value }
  })
  const title = String((view.title as Json | undefined)?.text ?? '')
  const text = plain(blocks)
  const privateMetadata = String(view.private_metadata ?? '')
  return { title, text, buttons: buttonsOf(blocks), fields, errors, privateMetadata, kept }
}
