/** Texts in which Slack reads no markup. */
import type { types } from '@slack/bolt'
import { oneLine } from './safe.ts'

/** One line of at most so many characters; `otherwise` where nothing would be seen. */
export const plainText = (text: string, most: number, otherwise = '…'): types.PlainTextElement => ({
  type: 'plain_text',
  text: oneLine(text, most) || oneLine(otherwise, most),
  emoji: false,
})
