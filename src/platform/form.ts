/** Which commands are asked for by a form where they are given nothing, and which command opens which form. */
import type { Form } from './card.ts'

/** The form by which a command is given more to go by. */
export const formFor = (command: string, args: Readonly<Record<string, string>>): Form['id'] | undefined => {
  const given = Object.keys(args).join(' ')
  if (command === 'settings' && given === 'scope' && args.scope === 'team') return 'team'
  if (command === 'channel' && (given === '' || (given === 'what' && args.what === 'setup'))) return 'channel'
  return given === '' ? ALONE.find((id) => id === command) : undefined
}

/** Whether only an admin is shown a form, and may send it in. */
export const isForAdmins = (id: Form['id']): boolean => id === 'team' || id === 'channel'

const ALONE: readonly Form['id'][] = ['start', 'rate', 'settings', 'marks']

/** The command that opens each form, for the button that stands for it. */
export const OPENERS: Readonly<
  Record<Form['id'], { command: string; args: Readonly<Record<string, string>> }>
> = {
  start: { command: 'start', args: {} },
  rate: { command: 'rate', args: {} },
  settings: { command: 'settings', args: {} },
  team: { command: 'settings', args: { scope: 'team' } },
  channel: { command: 'channel', args: {} },
  marks: { command: 'marks', args: {} },
}
