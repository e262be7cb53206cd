/** What goes to a model: its messages, and the shape of the answer. */
import type { Message, Shape } from '../model/model.ts'

/** `prompt` is name and version, such as `judge 1.0.0`; recorded with every call. */
export type Prompt<T> = { prompt: string; messages: readonly Message[]; shape: Shape<T> }
