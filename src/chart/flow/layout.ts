import type { Diagram } from '../../numbers/diagram/diagram.ts'
import { BadPicture } from '../picture.ts'
import type { Sized } from './sized.ts'

/** A place on the paper, in units of the SVG from its upper left corner. */
export type Spot = { x: number; y: number }

export type Laid = {
  width: number
  height: number
  /** Centres, in the order of the boxes. */
  boxes: readonly Spot[]
  /** For each arrow its Bézier points, where its heads point, and where its label stands. */
  arrows: readonly { line: readonly Spot[]; head?: Spot; tail?: Spot; label?: Spot }[]
  /** Borders and places of the titles, in the order of the frames. */
  frames: readonly { from: Spot; to: Spot; title: Spot }[]
}

type Viz = Awaited<ReturnType<typeof import('@viz-js/viz')['instance']>>

let ready: Promise<Viz> | undefined

/**
 * Places boxes and arrows with Graphviz.
 *
 * It is given numbers only: boxes are called `b0`, `b1` and have a size, labels are empty tables of the size that our font
 * takes. So no text of a person reaches it, and what it says of fonts does not matter.
 */
export const laidOut = async (diagram: Diagram, sized: Sized): Promise<Laid> => {
  ready ??= import('@viz-js/viz').then(({ instance }) => instance())
  const { status, output, errors } = (await ready).render(dotOf(diagram, sized), { format: 'json0' })
  if (status === 'success') return read(JSON.parse(output), diagram)
  throw new BadPicture('The diagram could not be laid out. Draw it with fewer boxes and arrows.', {
    cause: errors,
  })
}

const INCH = 72

/** The diagram in DOT, without a word of it. */
export const dotOf = ({ boxes, arrows, frames, direction }: Diagram, sized: Sized): string => {
  const name = new Map(boxes.map(({ id }, at) => [id, `b${at}`]))
  const inner = (frame: string | undefined): string[] => [
    ...boxes.flatMap((box, at) => {
      const { width = 0, height = 0 } = sized.boxes[at] ?? {}
      const size = `width=${(width / INCH).toFixed(3)},height=${(height / INCH).toFixed(3)}`
      return box.frame === frame ? [`b${at} [${size}]`] : []
    }),
    ...frames.flatMap((one, at) => {
      if (one.within !== frame) return []
      const { width = 0, height = 0 } = sized.frames[at] ?? {}
      return [`subgraph cluster_${at} {`, `label=${space(width, height)}`, ...inner(one.id), '}']
    }),
  ]
  const drawn = arrows.map(({ from, to, heads }, at) => {
    const { width = 0, height = 0 } = sized.arrows[at] ?? {}
    const label = width > 0 ? `,label=${space(width, height)}` : ''
    return `${name.get(from)} -> ${name.get(to)} [id=a${at},dir=${DIRECTIONS[heads]}${label}]`
  })
  return [
    'digraph {',
    `graph [rankdir=${direction === 'right' ? 'LR' : 'TB'},nodesep=0.4,ranksep=0.55,pad=0,labeljust=l,margin=14,nslimit=20,mclimit=1]`,
    'node [shape=box,fixedsize=true,label=""]',
    'edge [arrowsize=0.9]',
    ...inner(undefined),
    ...drawn,
    '}',
  ].join('\n')
}

const DIRECTIONS = { one: 'forward', both: 'both', none: 'none' } as const

const space = (width: number, height: number): string =>
  `<<TABLE BORDER="0" FIXEDSIZE="TRUE" WIDTH="${Math.ceil(width)}" HEIGHT="${Math.ceil(height)}"><TR><TD></TD></TR></TABLE>>`

type Placed = { name: string; pos?: string; bb?: string; lp?: string; lwidth?: string }
type Output = { bb: string; objects?: Placed[]; edges?: { id: string; pos?: string; lp?: string }[] }

const read = ({ bb, objects = [], edges = [] }: Output, { boxes, frames, arrows }: Diagram): Laid => {
  const [, , width = 0, height = 0] = numbers(bb)
  // Graphviz counts upwards.
  const spot = (text: string): Spot => {
    const [x = 0, y = 0] = numbers(text)
    return { x, y: height - y }
  }
  const joined = new Map(edges.map((edge) => [edge.id, edge]))
  const named = new Map(objects.map((object) => [object.name, object]))
  return {
    width,
    height,
    boxes: boxes.map((_, at) => spot(named.get(`b${at}`)?.pos ?? '0,0')),
    arrows: arrows.map((_, at) => {
      const { pos = '', lp } = joined.get(`a${at}`) ?? {}
      const parts = pos.split(/\s+/).filter(Boolean)
      const end = (mark: string) =>
        parts.filter((part) => part.startsWith(mark)).map((part) => spot(part.slice(2)))[0]
      const [head, tail] = [end('e,'), end('s,')]
      return {
        line: parts.filter((part) => /^[-\d]/.test(part)).map(spot),
        ...(head === undefined ? {} : { head }),
        ...(tail === undefined ? {} : { tail }),
        ...(lp === undefined ? {} : { label: spot(lp) }),
      }
    }),
    frames: frames.map((_, at) => {
      const { bb: border = '0,0,0,0', lp = '0,0', lwidth = '0' } = named.get(`cluster_${at}`) ?? { name: '' }
      const [left = 0, low = 0, right = 0, high = 0] = numbers(border)
      const title = spot(lp)
      return {
        from: { x: left, y: height - high },
        to: { x: right, y: height - low },
        title: { x: title.x - (Number(lwidth) * INCH) / 2, y: title.y },
      }
    }),
  }
}

const numbers = (text: string): number[] => text.split(',').map(Number)
