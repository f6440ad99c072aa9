import { drawnSvg } from './drawn-svg.ts'
import { plainColor } from './plain-color.ts'

const SVG = 'http://www.w3.org/2000/svg'

/** What a picture has of the page's element `source`, at that distance from where the page has it. */
export interface Shift {
  readonly x: number
  readonly y: number
}

export function shape(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const element = document.createElementNS(SVG, name)
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, String(value))
  return element
}

/** What comes and goes with the pointer, and what only readers of the page hear. */
const NOT_DRAWN = '[data-passing], .visually-hidden, .screen-only'

const isClear = (color: string): boolean => color === 'transparent' || color.endsWith(', 0)')

/** The ground of an element of the page that has one. */
function ground(element: Element, shift: Shift): readonly SVGElement[] {
  const { backgroundColor, borderRadius, opacity } = getComputedStyle(element)
  if (isClear(backgroundColor)) return []
  const { left, top, width, height } = element.getBoundingClientRect()
  const rx = Math.min(Number.parseFloat(borderRadius) || 0, height / 2)
  const fill = plainColor(backgroundColor)
  return [shape('rect', { x: left + shift.x, y: top + shift.y, width, height, rx, fill, opacity })]
}

/** Words of the page, which stand in one line. */
function words(node: Text, parent: Element, shift: Shift): readonly SVGElement[] {
  const text = node.data.trim()
  const range = document.createRange()
  range.selectNodeContents(node)
  const box = range.getClientRects()[0]
  if (text === '' || box === undefined) return []
  const { color, fontSize, fontWeight } = getComputedStyle(parent)
  const element = shape('text', {
    x: box.left + shift.x,
    y: box.top + box.height / 2 + shift.y,
    dy: '0.35em',
    fill: plainColor(color),
    'font-size': fontSize,
    'font-weight': fontWeight,
  })
  element.textContent = text
  return [element]
}

/** Everything that is drawn of an element of the page, from back to front. */
export function drawnParts(element: Element, shift: Shift): readonly SVGElement[] {
  if (element.matches(NOT_DRAWN)) return []
  if (element instanceof SVGSVGElement) {
    const { left, top } = element.getBoundingClientRect()
    const drawn = drawnSvg(element, left + shift.x, top + shift.y)
    return drawn === null ? [] : [drawn]
  }
  const inside = [...element.childNodes].flatMap((child) => {
    if (child instanceof Text) return words(child, element, shift)
    return child instanceof Element ? drawnParts(child, shift) : []
  })
  return [...ground(element, shift), ...inside]
}
