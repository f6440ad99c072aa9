/** Colour arithmetic for the palette tests: WCAG contrast, OKLab difference, and simulated colour blindness. */
type Linear = readonly [number, number, number]
type Matrix = readonly [Linear, Linear, Linear]

const channel = (value: number): number =>
  value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4

function linear(hex: string): Linear {
  const at = (start: number) => channel(Number.parseInt(hex.slice(start, start + 2), 16) / 255)
  return [at(1), at(3), at(5)]
}

const dot = (row: Linear, [r, g, b]: Linear): number => row[0] * r + row[1] * g + row[2] * b
const times = (matrix: Matrix, color: Linear): Linear => [
  dot(matrix[0], color),
  dot(matrix[1], color),
  dot(matrix[2], color),
]

const luminance = (hex: string): number => dot([0.2126, 0.7152, 0.0722], linear(hex))

/** WCAG 2 contrast of two colours. */
export function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05)
}

/** Machado, Oliveira and Fernandes (2009), full severity, on linear RGB. */
const DEUTAN: Matrix = [
  [0.367322, 0.860646, -0.227968],
  [0.280085, 0.672501, 0.047413],
  [-0.01182, 0.04294, 0.968881],
]
const PROTAN: Matrix = [
  [0.152286, 1.052583, -0.204868],
  [0.114503, 0.786281, 0.099216],
  [-0.003882, -0.048116, 1.051998],
]
const TRITAN: Matrix = [
  [1.255528, -0.076749, -0.178779],
  [-0.078411, 0.930809, 0.147602],
  [0.004733, 0.691367, 0.3039],
]

export const EYES: readonly { readonly name: string; readonly see: (hex: string) => Linear }[] = [
  { name: 'most', see: linear },
  { name: 'deutan', see: (hex) => times(DEUTAN, linear(hex)) },
  { name: 'protan', see: (hex) => times(PROTAN, linear(hex)) },
  { name: 'tritan', see: (hex) => times(TRITAN, linear(hex)) },
]

const TO_CONES: Matrix = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
]
const TO_LAB: Matrix = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
]

function lab(color: Linear): Linear {
  const [r, g, b] = color
  const [l, m, s] = times(TO_CONES, [Math.max(0, r), Math.max(0, g), Math.max(0, b)])
  return times(TO_LAB, [Math.cbrt(l), Math.cbrt(m), Math.cbrt(s)])
}

/** The distance of two colours in OKLab: about 0.02 is just noticeable side by side. */
export function difference(one: Linear, other: Linear): number {
  const [a, b] = [lab(one), lab(other)]
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])
}
