/** Buttons, which carry the command that they stand for. */
import type { types } from '@slack/bolt'
import { type Words, wordsIn } from '../../../words/words.ts'
import type { Button, Card, Form } from '../../card.ts'
import { OPENERS } from '../../form.ts'
import { isRecord, parsed } from '../../outside.ts'
import { plainText } from './plain.ts'

/** What every button's `action_id` looks like. */
export const BUTTON_ID = /^button\.\d{1,4}$/

/** What a button, or a form sent in, asks for. */
export type Pressed = { command: string; args: Readonly<Record<string, string>> }

/** The buttons of a card in rows; a form has one that opens it. What a button cannot carry can still be typed. */
export const buttonsOf = ({ buttons = [], form, language }: Card): types.ActionsBlock[] => {
  const words = wordsIn(language)
  const opener =
    form && !buttons.some(({ command }) => command === OPENERS[form.id].command) ? [opening(form, words)] : []
  const elements = [...opener, ...buttons.map((button) => drawn(button, words))]
    .filter(({ value = '' }) => value.length <= MOST_VALUE)
    .map((element, index) => ({ ...element, action_id: `button.${index}` }))
  return Array.from({ length: Math.ceil(elements.length / PER_ROW) }, (_, row) => ({
    type: 'actions',
    elements: elements.slice(row * PER_ROW, (row + 1) * PER_ROW),
  }))
}

/** What a press asks for, as it came from outside; nothing where it is no button of ours. */
export const readButton = (action: unknown): Pressed | undefined => {
  if (!isRecord(action) || action.type !== 'button') return undefined
  const { action_id: id, value } = action
  if (typeof id !== 'string' || !BUTTON_ID.test(id) || typeof value !== 'string') return undefined
  const pressed = value.length <= MOST_VALUE ? parsed(value) : undefined
  if (!isRecord(pressed) || !isRecord(pressed.args)) return undefined
  const { command } = pressed
  const args = Object.entries(pressed.args)
  if (typeof command !== 'string' || !/^[a-z]{1,40}$/.test(command)) return undefined
  return args.every(isWord) ? { command, args: Object.fromEntries(args) } : undefined
}

const PER_ROW = 25
const MOST_VALUE = 2000

const opening = ({ id, title }: Form, words: Words): types.Button =>
  drawn({ label: title, ...OPENERS[id] }, words, 'primary')

const drawn = (
  { label, command, args = {}, confirm }: Button,
  { edge }: Words,
  style?: 'primary',
): types.Button => ({
  type: 'button',
  text: plainText(label, 75, command),
  value: JSON.stringify({ command, args }),
  ...(style && { style }),
  ...(confirm && {
    confirm: {
      title: plainText(edge.sure, 100),
      text: plainText(confirm, 300, edge.final),
      confirm: plainText(label, 30, command),
      deny: plainText(edge.cancel, 30),
      style: 'danger',
    },
  }),
})

const isWord = (entry: [string, unknown]): entry is [string, string] => typeof entry[1] === 'string'
