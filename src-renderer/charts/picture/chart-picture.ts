import { textWidth } from '../labels.ts'
import { drawnParts, shape } from './drawn-parts.ts'
import { inLightInks } from './light-inks.ts'

/** A chart as a picture of its own: the text of an SVG file, and how large it is in pixels. */
export interface Picture {
  readonly svg: string
  readonly width: number
  readonly height: number
}

/** What stands over the chart: what it finds, and what is drawn in which units. */
export interface PictureHead {
  readonly title: string
  readonly note: string
}

interface Writing {
  readonly size: number
  /** How high a line is. */
  readonly line: number
  readonly weight: 'regular' | 'bold'
}

const MARGIN = 24
const TITLE: Writing = { size: 16, line: 22, weight: 'bold' }
const NOTE: Writing = { size: 12, line: 18, weight: 'regular' }
const FONTS = "'Inter Variable', Inter, system-ui, 'Helvetica Neue', Arial, sans-serif"
const PAPER = '#ffffff'

/** Words in lines of at most that width; a word that is wider has a line of its own. */
export function lines(text: string, width: number, { size, weight }: Writing): readonly string[] {
  const all: string[] = []
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const last = all.at(-1)
    const longer = last === undefined ? word : `${last} ${word}`
    if (last !== undefined && textWidth(longer, size, weight) <= width) all[all.length - 1] = longer
    else all.push(word)
  }
  return all
}

function heading(
  texts: readonly string[],
  { size, line, weight }: Writing,
  top: number,
  fill: string,
): readonly SVGElement[] {
  return texts.map((text, place) => {
    const y = top + place * line + line / 2
    const element = shape('text', {
      x: MARGIN,
      y,
      dy: '0.35em',
      fill,
      'font-size': size,
      'font-weight': weight === 'bold' ? 600 : 400,
    })
    element.textContent = text
    return element
  })
}

/**
 * Draws a chart of the page as it is there, under its title and units, in the light theme's inks on white. `face` is a
 * rule of CSS for the font, which a picture by itself does not have; an empty one leaves it to the reader's fonts.
 */
export function chartPicture(chart: Element, { title, note }: PictureHead, face: string): Picture {
  return inLightInks(() => {
    const box = chart.getBoundingClientRect()
    const ink = getComputedStyle(document.documentElement)
    const titles = lines(title, box.width, TITLE)
    const notes = lines(note, box.width, NOTE)
    const noteTop = MARGIN + titles.length * TITLE.line
    const top = noteTop + notes.length * NOTE.line + 12
    const width = Math.ceil(box.width) + 2 * MARGIN
    const height = Math.ceil(top + box.height) + MARGIN
    const root = shape('svg', {
      width,
      height,
      viewBox: `0 0 ${String(width)} ${String(height)}`,
      role: 'img',
      'font-family': FONTS,
      style: 'font-variant-numeric: tabular-nums',
    })
    const name = shape('title', {})
    name.textContent = title
    const style = shape('style', {})
    style.textContent = face
    root.append(
      name,
      ...(face === '' ? [] : [style]),
      shape('rect', { width, height, fill: PAPER }),
      ...heading(titles, TITLE, MARGIN, ink.getPropertyValue('--tw-ink')),
      ...heading(notes, NOTE, noteTop, ink.getPropertyValue('--tw-ink-3')),
      ...drawnParts(chart, { x: MARGIN - box.left, y: top - box.top }),
    )
    return { svg: new XMLSerializer().serializeToString(root), width, height }
  })
}
