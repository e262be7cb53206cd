import type { Theme } from './picture.ts'

export type Colours = {
  paper: string
  ink: string
  /** For what is read second: notes, axes. */
  muted: string
  /** Text on a filled cell. */
  onFill: string
  grid: string
  /** Lines, in their order; told apart also by those who see few colours (Okabe and Ito, 2008). */
  series: readonly [string, string, string, string]
  reference: string
  good: string
  bad: string
  /** What a bar is compared with. */
  tick: string
  box: string
  store: string
  frame: string
  marked: string
}

/** Colours for a white and for a dark chat; text has a contrast of at least 4.5 to its ground, and 3.8 on a filled cell. */
export const COLOURS: Readonly<Record<Theme, Colours>> = {
  light: {
    paper: '#ffffff',
    ink: '#1c2126',
    muted: '#5a646e',
    onFill: '#ffffff',
    grid: '#e3e7eb',
    series: ['#0072b2', '#d55e00', '#008a63', '#b0508a'],
    reference: '#77818b',
    good: '#2f7fb8',
    bad: '#d9822b',
    tick: '#1c2126',
    box: '#eef4fa',
    store: '#fdf3e3',
    frame: '#b8c1ca',
    marked: '#c4320a',
  },
  dark: {
    paper: '#1f2226',
    ink: '#eceff2',
    muted: '#a9b3bd',
    onFill: '#101214',
    grid: '#363b41',
    series: ['#56b4e9', '#f0a33a', '#35c99b', '#e39bc8'],
    reference: '#8f99a3',
    good: '#4a9fd8',
    bad: '#e0913f',
    tick: '#ffffff',
    box: '#2b3640',
    store: '#403626',
    frame: '#59636d',
    marked: '#ff8a65',
  },
}

/** A colour between two, the nearer to the second the larger the share. */
export const blend = (from: string, to: string, share: number): string => {
  const [low, high] = [from, to].map((colour) => Number.parseInt(colour.slice(1), 16)) as [number, number]
  const mixed = [16, 8, 0].map((shift) => {
    const [one, other] = [(low >> shift) & 255, (high >> shift) & 255]
    return Math.round(one + (other - one) * share)
  })
  return `#${mixed.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}

/** Of two inks the one that stands out more from a ground. */
export const readable = (ground: string, one: string, other: string): string =>
  contrast(ground, one) >= contrast(ground, other) ? one : other

/** How far two colours stand apart, from 1 to 21 (WCAG 2.2). */
export const contrast = (a: string, b: string): number => {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

const luminance = (colour: string): number => {
  const bits = Number.parseInt(colour.slice(1), 16)
  const [red = 0, green = 0, blue = 0] = [16, 8, 0].map((shift) => {
    const part = ((bits >> shift) & 255) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
