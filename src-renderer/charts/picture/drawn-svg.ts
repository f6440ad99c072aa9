import { plainColor } from './plain-color.ts'

/** What style sheets say of a shape that a picture must say itself. */
const PROPERTIES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linejoin',
  'opacity',
  'paint-order',
] as const
const OF_TEXT = ['font-size', 'font-weight', 'text-anchor'] as const

/** What only the page has a use for. */
const LEFT_OUT = /^(?:class|style|role|tabindex|aria-.*|data-.*|focusable)$/

function inlined(source: Element, copy: Element): void {
  for (const name of copy.getAttributeNames()) if (LEFT_OUT.test(name)) copy.removeAttribute(name)
  const style = getComputedStyle(source)
  const isText = source.tagName === 'text' || source.tagName === 'tspan'
  for (const property of isText ? [...PROPERTIES, ...OF_TEXT] : PROPERTIES) {
    // Addresses of patterns are the page's own while they are read.
    const value = style.getPropertyValue(property).replaceAll(/url\("?[^"#)]*#([^")]*)"?\)/g, 'url(#$1)')
    copy.setAttribute(property, plainColor(value))
  }
}

/** One drawing of the page as it looks, at its place in a picture, without the page's style sheets. */
export function drawnSvg(source: SVGSVGElement, left: number, top: number): SVGSVGElement | null {
  if (getComputedStyle(source).display === 'none') return null
  const copy = source.cloneNode(true)
  if (!(copy instanceof SVGSVGElement)) return null
  const sources = [...source.querySelectorAll('*')]
  const copies = [...copy.querySelectorAll('*')]
  sources.forEach((element, place) => {
    const twin = copies[place]
    if (twin) inlined(element, twin)
  })
  const { width, height } = source.getBoundingClientRect()
  for (const name of copy.getAttributeNames()) copy.removeAttribute(name)
  const box = { x: left, y: top, width, height, overflow: 'visible' }
  for (const [name, value] of Object.entries(box)) copy.setAttribute(name, String(value))
  return copy
}
