/** A row of a server's list of models, in which each server says more in its own way. */
import type { Offered } from './wire.ts'

/** The name, and how much the model reads at once where that is told. */
export const offered = (row: unknown): Offered => {
  const fields = recordOf(row)
  const meta = recordOf(fields.meta)
  const reads = first(fields, READS) ?? first(meta, ['n_ctx'])
  const trained = first(meta, ['n_ctx_train'])
  return {
    id: String(fields.id ?? ''),
    ...(reads !== undefined && { reads }),
    ...(trained !== undefined && { trained }),
  }
}

/** As vLLM, LM Studio, OpenRouter and Together, Groq, and Mistral call it; what is loaded comes before what could be. */
const READS = [
  'max_model_len',
  'loaded_context_length',
  'context_length',
  'context_window',
  'max_context_length',
]

const first = (fields: Record<string, unknown>, names: readonly string[]): number | undefined =>
  names.map((name) => fields[name]).find((value) => typeof value === 'number' && value > 0) as
    | number
    | undefined

const recordOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
