/** What a drawing of a system lacks, and the drawing as a picture. */
import { BadInput } from '../numbers/bad-input.ts'
import { type Diagram, MOST } from '../numbers/diagram/diagram.ts'
import { lint } from '../numbers/diagram/lint.ts'
import { readDiagram } from '../numbers/diagram/read.ts'
import type { Remark } from '../numbers/diagram/remark.ts'
import { asJson } from './json.ts'
import type { Input, Tool } from './tool.ts'
import { amountIn, given } from './typed.ts'

/** Arguments: budget (milliseconds that one request may take), and the diagram as text or as a file. Nothing of it is run. */
export const diagram: Tool = async ({ args, input }) => {
  const budget = given(args, 'budget', (name, text) => amountIn(name, text.replace(/\s*ms$/i, '')))
  if (budget !== undefined && budget <= 0)
    throw new BadInput(`A budget of ${budget} ms is none.`, {
      column: 'budget',
      value: budget,
      mend: 'Give milliseconds above zero.',
    })
  const drawn = readDiagram(args.text?.trim() ? args.text : input ? await textOf(input) : '')
  const remarks = lint(drawn, budget === undefined ? {} : { budget })
  const marked = remarks.flatMap(({ boxes }) => boxes)
  return {
    title: 'Diagram',
    text: markdown(drawn, remarks),
    data: asJson({ ...drawn, remarks }),
    pictures: [{ kind: 'diagram', diagram: drawn, marked }],
  }
}

/** What stands in it, and no more than tells that it is too much. */
const textOf = async ({ bytes }: Input): Promise<string> => {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of bytes) {
    text += decoder.decode(chunk, { stream: true })
    if (text.length > MOST.characters) break
  }
  return text
}

const markdown = ({ boxes, arrows }: Diagram, remarks: readonly Remark[]): string => {
  const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`
  const head = `**${count(boxes.length, 'box', 'boxes')}, ${count(arrows.length, 'arrow', 'arrows')}.**`
  const all = remarks.map(({ says, criteria, derivation = [] }) =>
    [
      `- ${says}${criteria.length > 0 ? ` (${criteria.join(', ')})` : ''}`,
      ...derivation.map((line) => `  - ${line}`),
    ].join('\n'),
  )
  return [
    head,
    all.length > 0 ? all.join('\n') : 'Nothing is missing that a drawing of this size should show.',
  ].join('\n\n')
}
