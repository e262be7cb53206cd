/** What is computed on request: a command, a button or a file, answered by the tool that it is for. */
import { BadInput } from '../../numbers/bad-input.ts'
import type { Button, Card } from '../../platform/card.ts'
import { type Heard, PlatformFault } from '../../platform/platform.ts'
import type { Asked, Input } from '../../tools/tool.ts'
import { drawHere, picturesFor } from '../attached.ts'
import { platformAt, prefixAt } from '../voice.ts'
import type { Speaking } from '../world.ts'
import { expectFile, fileFor, keep, MINUTES, needsFile, type Sent, taken, waitFor } from './requests.ts'

/** The answer of a tool, what it still needs, or what is wrong with what it was given. */
export const toolCard = async (
  world: Speaking,
  heard: Extract<Heard, { type: 'command' | 'press' }>,
): Promise<Card> => {
  if (!needsFile(heard)) return run(world, heard, heard, heard.type === 'command' ? heard.file : undefined)
  const file = await fileFor(world, heard)
  if (file) {
    await taken(world, heard, file.id)
    return run(world, heard, heard, file)
  }
  await expectFile(world, heard)
  return { tone: 'answer', text: world.words.tools.send({ minutes: MINUTES }) }
}

/** The answer of the tool that waits for this file, or what can be done with it; nothing where it is none for a tool. */
export const fileCard = async (
  world: Speaking,
  heard: Extract<Heard, { type: 'file' }>,
): Promise<Card | undefined> => {
  const wait = await waitFor(world, heard)
  if (wait) {
    await taken(world, heard, wait.id)
    return run(world, heard, wait, heard)
  }
  if (!/^text\/csv$|^text\/tab-separated-values$/.test(heard.mime) && !/\.[ct]sv$/i.test(heard.name))
    return undefined
  await keep(world, heard)
  const { tools } = world.words
  const buttons: Button[] = (['data', 'metrics'] as const).map((command) => ({
    label: tools[command],
    command,
  }))
  return { tone: 'answer', text: tools.offer({ file: named(heard), minutes: MINUTES }), buttons }
}

/** The most that is fetched, in megabytes. */
const MOST = 20
const MEGABYTE = 1_000_000

const run = async (
  world: Speaking,
  { place }: Heard,
  { command, args }: { command: string; args: Asked['args'] },
  file?: Sent,
): Promise<Card> => {
  const { tools } = world.words
  const tool = await world.tools?.(command)
  if (!tool) return notice(tools.missing({ command: `${prefixAt(world, place)}${command}` }))
  if (file && file.size > MOST * MEGABYTE) return notice(tools.large({ file: named(file), most: MOST }))
  try {
    const input = file && (await fetched(world, place, file))
    const answer = await tool({ args, ...(input && { input }) })
    const attachments = await picturesFor(
      { log: world.log, draw: world.draw ?? drawHere },
      answer.pictures.map((picture, n) => ({ name: `${n + 1}-${picture.kind}`, picture })),
      // In English, as all that a tool says.
      { of: command, files: platformAt(world, place).limits.files === true, language: undefined },
    )
    return {
      tone: 'answer',
      title: answer.title,
      text: answer.text,
      ...(attachments.length > 0 && { attachments }),
    }
  } catch (error) {
    if (error instanceof BadInput) return { ...notice(error.message), title: tools.unread }
    if (!file || !(error instanceof PlatformFault) || error.kind !== 'gone') throw error
    return notice(tools.gone({ file: named(file) }))
  }
}

const fetched = async (world: Speaking, place: string, file: Sent): Promise<Input> => {
  const bytes = await platformAt(world, place).fetch(place, file.ref, MOST * MEGABYTE)
  return { name: cleaned(file.name), size: bytes.byteLength, bytes: inOne(bytes) }
}

async function* inOne(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

const notice = (text: string): Card => ({ tone: 'answer', text })

const named = ({ name }: { name: string }): string => `\`${cleaned(name)}\``

const cleaned = (name: string): string => name.replace(/[^\p{L}\p{N}._ -]+/gu, '_').slice(0, 80)
