import { label } from '../bounded.ts'
import type { Phrases } from '../phrases.ts'
import { BadPicture, type Drawing } from '../picture.ts'

const MOST_HOPS = 12

/** What leads to what in a drawn system, in words. */
export const drawingAlt = ({ diagram }: Drawing, { diagram: say }: Phrases): string => {
  const { boxes, arrows } = diagram
  if (boxes.length === 0) throw new BadPicture('There are no boxes to draw. Give at least one.')
  const names = new Map(boxes.map((box) => [box.id, label(box.label)]))
  const hops = arrows
    .slice(0, MOST_HOPS)
    .map((arrow) =>
      say.hop(
        names.get(arrow.from) ?? '',
        names.get(arrow.to) ?? '',
        arrow.label === undefined ? undefined : label(arrow.label),
      ),
    )
  const told = hops.length > 0 ? hops : [...names.values()].slice(0, MOST_HOPS)
  return say.alt(boxes.length, arrows.length, told, Math.max(0, arrows.length - MOST_HOPS))
}
