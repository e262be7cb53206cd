/** Draws cards as a workspace can show them. */
import type { Card } from '../../card.ts'
import { isMalformed } from '../api/fault.ts'
import { type Messages, messagesOf } from '../drawing/blocks.ts'
import type { Abilities } from './abilities.ts'

export type Easel = {
  /** Draws a card and sends it; where the workspace refuses its blocks, once more with the plainest there are. */
  show<T>(tenant: string, card: Card, send: (messages: Messages) => Promise<T>): Promise<T>
}

export const easelOf = (abilities: Abilities): Easel => ({
  async show(tenant, card, send) {
    if (!abilities.can(tenant, 'markdown')) return send(messagesOf(card, { plain: true }))
    try {
      return await send(messagesOf(card))
    } catch (fault) {
      if (!isMalformed(fault)) throw fault
      const shown = await send(messagesOf(card, { plain: true }))
      abilities.note(tenant, 'markdown', fault)
      return shown
    }
  },
})
