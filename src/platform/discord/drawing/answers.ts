/** What a modal sends back; from outside, and hostile until checked. */
import { isRecord } from '../../outside.ts'
import { placeName } from '../names.ts'

/**
 * What was filled in, field by field, empty where a field was left empty. Several that were chosen are a list with
 * commas, and channels are called by their whole names in this tenant.
 */
export const answersIn = (components: unknown, tenant: string): Record<string, string> => {
  const labels = Array.isArray(components) ? components : []
  return Object.fromEntries(
    labels.flatMap((label) => {
      const input = isRecord(label) ? label.component : undefined
      if (!isRecord(input) || typeof input.custom_id !== 'string') return []
      const { custom_id: name, values, value, type } = input
      if (!Array.isArray(values)) return [[name, typeof value === 'string' ? value.trim() : ''] as const]
      const words = values.filter((word) => typeof word === 'string')
      const isChannel = type === CHANNELS
      return [[name, words.map((word) => (isChannel ? placeName(tenant, word) : word)).join(',')] as const]
    }),
  )
}

/** Discord's number for inputs by which channels are chosen. */
const CHANNELS = 8
