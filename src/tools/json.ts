/** Figures as JSON. */
import type { Json } from './tool.ts'

/** The value as JSON takes it: what is undefined is left out. */
export const asJson = (value: object): Json => JSON.parse(JSON.stringify(value)) as Json
