/** Commands as they are typed in Discord, where some stand in a group. */
import { COMMANDS } from '../../commands.ts'
import { SLASH } from '../registration.ts'

const GROUP_OF = new Map(COMMANDS.flatMap(({ name, group }) => (group ? [[name, group] as const] : [])))
const TYPED = new RegExp(`/${SLASH} (${[...GROUP_OF.keys()].join('|')})\\b`, 'g')

/** Words in which every command that stands in a group is named with it: `/mlsd forget` is typed `/mlsd my forget`. */
export const inGroups = (text: string): string =>
  text.replace(TYPED, (_, name: string) => `/${SLASH} ${GROUP_OF.get(name)} ${name}`)
