import type { Shape } from './diagram.ts'
import type { Reader } from './dot-reader.ts'

/** Names and values; the names in small letters. */
export type Attributes = ReadonlyMap<string, string>

/** The attributes in brackets that begin here. */
export const attributes = (reader: Reader): Map<string, string> => {
  const found = new Map<string, string>()
  while (reader.sign('[')) {
    reader.take()
    while (!reader.sign(']')) {
      if (reader.sign(',') || reader.sign(';')) reader.take()
      else {
        const key = reader.name().text.toLowerCase()
        if (reader.sign('=')) reader.take()
        else continue
        found.set(key, reader.name().text)
      }
    }
    reader.take()
  }
  return found
}

const SHAPES: Readonly<Record<string, Shape>> = {
  cylinder: 'store',
  folder: 'store',
  diamond: 'decision',
  circle: 'circle',
  doublecircle: 'circle',
  ellipse: 'round',
  oval: 'round',
  person: 'person',
  box: 'box',
  rect: 'box',
  rectangle: 'box',
}

/** What attributes say of a box itself. */
export const boxLook = (own: Attributes): { label?: string; shape?: Shape } => {
  const label = own.get('label')
  const shape = shapeNamed(own)
  return {
    ...(label === undefined || label === '\\N' ? {} : { label }),
    ...(shape === undefined ? {} : { shape }),
  }
}

/** The shape that boxes have where nothing else is said of them. */
export const usualLook = (defaults: Attributes): { usual?: Shape } => {
  const usual = shapeNamed(defaults)
  return usual === undefined ? {} : { usual }
}

const shapeNamed = (given: Attributes): Shape | undefined => {
  const name = given.get('shape') ?? ''
  return Object.hasOwn(SHAPES, name) ? SHAPES[name] : undefined
}

/** What attributes say of an arrow. */
export const arrowLook = (all: Attributes, directed: boolean) => {
  const dir = all.get('dir') ?? (directed ? 'forward' : 'none')
  return {
    label: all.get('label') ?? '',
    heads: dir === 'both' ? ('both' as const) : dir === 'none' ? ('none' as const) : ('one' as const),
    later: /dashed|dotted/.test(all.get('style') ?? ''),
    backwards: dir === 'back',
  }
}
