import { cutText } from '#shared/cut-text.ts'
import type { Problem } from '#shared/result.ts'
import { SAVED_FILES, type SavedKind } from '#shared/saved-file.ts'
import { chartPicture, type PictureHead } from '#renderer/charts/picture/chart-picture.ts'
import { fontFace } from '#renderer/charts/picture/picture-font.ts'
import { pngOf } from '#renderer/charts/picture/png-of.ts'
import { plural } from '#renderer/format/figures.ts'
import type { ExportableTable } from '#renderer/tables/exportable-table.ts'
import { about } from './about.ts'
import { call } from './answers.ts'
import { chartOf, type Exportable } from './exportables.ts'
import { inSight } from './jobs.ts'
import { reasonOf, setOpen, useOpenScenario } from './open-scenario.ts'
import { isAsSeen } from './unsaved.ts'
import { wholeTable } from './whole-table.ts'

type Bytes = Uint8Array<ArrayBuffer>

const say = (notice: string): void => setOpen({ notice })

const bytesOf = (text: string): Bytes => new TextEncoder().encode(text)

/** Has the browser keep a file where it keeps what is downloaded. */
export function download(name: string, file: Bytes, mediaType: string): void {
  const address = URL.createObjectURL(new Blob([file], { type: mediaType }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

/** Saves a file where the person says; a browser downloads it. What became of it is told beside the scenario's name. */
export async function saveFile(name: string, kind: SavedKind, file: Bytes): Promise<void> {
  if (!(await about()).hasDialogs) return download(`${name}.${kind}`, file, SAVED_FILES[kind].mediaType)
  const answer = await call('files.save', { name, kind, file })
  if (!answer.ok) say(`Not saved: ${reasonOf(answer.problems)}`)
  else if (answer.value) say(`Saved to ${answer.value.file}.`)
}

/** Of a scenario's name: what its files tell of is said behind it, and file systems take some two hundred letters. */
const MOST_OF_NAME = 80

/** A scenario's name as files have it. */
export const inFileNames = (name: string): string => cutText(name, MOST_OF_NAME)

/** What a file of the open scenario is called: whose it is, what it has, and whatever else there is to say of that. */
function nameOf(what: string, part: Pick<Exportable, 'about'>): string {
  const scenario = useOpenScenario.getState().document?.name ?? ''
  return [inFileNames(scenario), what, part.about].filter((words) => words !== '').join(', ')
}

/** Saves what comes of a scenario as a workbook, as it is seen. */
export async function saveWorkbook(id: string): Promise<void> {
  if (!(await isAsSeen(id, 'Not saved'))) return
  const answer = await call('export.storedWorkbook', { id })
  if (answer.ok) {
    const { fileName, file, leftOut } = answer.value
    await saveFile(fileName.replace(/\.xlsx$/, ''), 'xlsx', file)
    const [first] = leftOut
    if (first)
      say(`The sheet ${first.sheet} has no room for ${plural(first.rows, 'row')}: they are left out.`)
  } else if (!isCalledOff(answer.problems)) say(`Not saved: ${reasonOf(answer.problems)}`)
}

/** The person who called it off knows. */
const isCalledOff = (problems: readonly Problem[]): boolean =>
  problems.some(({ code }) => code === 'run.cancelled')

/** Saves a table of a part of the open scenario's screen as a CSV file. */
export const saveTable = (part: Exportable, table: ExportableTable): Promise<void> =>
  saveTableAs(nameOf(table.name, part), table)

/** Saves a table as a CSV file of that name. One that the page holds no more than a window of is written whole. */
export async function saveTableAs(fileName: string, { name, csv }: ExportableTable): Promise<void> {
  const rows = csv()
  if (typeof rows === 'string') return saveFile(fileName, 'csv', bytesOf(rows))
  const file = await inSight(`Saving ${name}`, (job) => wholeTable(rows, job))
  if (file.ok) await saveFile(fileName, 'csv', file.value)
  else if (!isCalledOff(file.problems)) say(`Not saved: ${reasonOf(file.problems)}`)
}

/** Puts a table on the clipboard as a spreadsheet pastes it. */
export async function copyTable({ name, tsv }: ExportableTable): Promise<void> {
  if (tsv === null) return
  try {
    await navigator.clipboard.writeText(await tsv())
    say(`Copied: ${name}.`)
  } catch {
    say('Not copied: the browser lets nothing onto the clipboard here.')
  }
}

/** What a part of the page says over its chart; what only a hand on the screen can use is left out. */
function headOf(section: Element | null): PictureHead {
  const textOf = (selector: string): string => {
    const found = section?.querySelector(selector)?.cloneNode(true)
    if (!(found instanceof Element)) return ''
    for (const element of found.querySelectorAll('.screen-only')) element.remove()
    return found.textContent.trim()
  }
  return { title: textOf('h2'), note: textOf('h2 + p') }
}

/** Saves the chart that a part of the screen shows as a picture; does nothing while its table is shown. */
export async function savePicture(exportable: Exportable, kind: 'png' | 'svg'): Promise<void> {
  const face = await fontFace()
  const chart = chartOf(exportable)
  if (chart === null) return
  const picture = chartPicture(chart, headOf(exportable.section()), face)
  const file = kind === 'svg' ? bytesOf(picture.svg) : await pngOf(picture)
  if (file === null) say('Not saved: there is no memory for a picture of that size.')
  else await saveFile(nameOf(exportable.name, exportable), kind, file)
}
