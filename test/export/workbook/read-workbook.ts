import { inflateRawSync } from 'node:zlib'

export interface ReadCell {
  /** A text, a number as it is written, or null where the cell is empty. */
  readonly value: string | number | null
  /** How a number is shown; empty for a text. */
  readonly format: string
  readonly isFormula: boolean
}

export interface ReadSheet {
  readonly rows: readonly (readonly ReadCell[])[]
  readonly frozenRows: number
  readonly widths: readonly number[]
}

/** The parts of a ZIP file by their names. */
export function partsOf(zip: Uint8Array): ReadonlyMap<string, string> {
  const bytes = Buffer.from(zip)
  const parts = new Map<string, string>()
  let at = bytes.readUInt32LE(bytes.length - 22 + 16)
  while (bytes.readUInt32LE(at) === 0x02014b50) {
    const [name, extra, comment] = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place))
    const [method, size, local] = [
      bytes.readUInt16LE(at + 10),
      bytes.readUInt32LE(at + 20),
      bytes.readUInt32LE(at + 42),
    ]
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const raw = bytes.subarray(start, start + size)
    const text = method === 0 ? raw : inflateRawSync(raw)
    parts.set(bytes.subarray(at + 46, at + 46 + (name ?? 0)).toString('utf8'), text.toString('utf8'))
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return parts
}

const plain = (xml: string): string =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll(/&apos;|&#39;/g, "'")
    .replaceAll('&amp;', '&')

const columnOf = (reference: string): number =>
  [...reference.replaceAll(/\d/g, '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

function formatsOf(styles: string): readonly string[] {
  const named = new Map(
    [...styles.matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/g)].map(([, id, code = '']) => [
      id,
      plain(code),
    ]),
  )
  const cells = /<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(styles)?.[1] ?? ''
  return [...cells.matchAll(/<xf ([^>]*)>/g)].map(
    ([, xf = '']) => named.get(/numFmtId="(\d+)"/.exec(xf)?.[1]) ?? '',
  )
}

/** The sheets of a workbook by their names, read from its XML. */
export function readWorkbook(file: Uint8Array): ReadonlyMap<string, ReadSheet> {
  const parts = partsOf(file)
  const partOf = (name: string) => parts.get(name) ?? ''
  const texts = [...partOf('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, item = '']) =>
    [...item.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, text = '']) => plain(text)).join(''),
  )
  const formats = formatsOf(partOf('xl/styles.xml'))
  const names = [...partOf('xl/workbook.xml').matchAll(/<sheet [^>]*?name="([^"]*)"/g)].map(([, name = '']) =>
    plain(name),
  )
  const sheetAt = (place: number): ReadSheet => {
    const xml = partOf(`xl/worksheets/sheet${String(place + 1)}.xml`)
    const rows = [...xml.matchAll(/<row [^>]*?(?:\/>|>(.*?)<\/row>)/gs)].map(([, row = '']) => {
      const cells: ReadCell[] = []
      for (const [, attributes = '', content = ''] of row.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
        const attribute = (name: string) => new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1]
        const value = /<v>(.*?)<\/v>/s.exec(content)?.[1]
        const isText = attribute('t') === 's'
        cells[columnOf(attribute('r') ?? 'A1')] = {
          value: value === undefined ? null : isText ? (texts[Number(value)] ?? null) : Number(value),
          format: isText ? '' : (formats[Number(attribute('s') ?? -1)] ?? ''),
          isFormula: content.includes('<f'),
        }
      }
      return Array.from(cells, (cell) => cell ?? { value: null, format: '', isFormula: false })
    })
    return {
      rows,
      frozenRows: Number(/<pane [^>]*?ySplit="(\d+)"[^>]*?state="frozen"/.exec(xml)?.[1] ?? 0),
      widths: [...xml.matchAll(/<col [^>]*?width="([\d.]+)"/g)].map(([, width]) => Number(width)),
    }
  }
  return new Map(names.map((name, place) => [name, sheetAt(place)]))
}
