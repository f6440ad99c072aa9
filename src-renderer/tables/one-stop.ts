import { cellByKey, type Place, stopUnder } from './cell-by-key.ts'
import { rowsOfPage } from './row-by-key.ts'
import {
  cellOf,
  controlsOf,
  entryOf,
  isTable,
  isTypedIn,
  lastRow,
  type Row,
  rowsOf,
  type Stop,
  stopsOf,
} from './stops.ts'

interface Options {
  /** Brings a row of the body into sight, and so draws it, where only some are drawn; counted from 0. */
  readonly show?: (row: number) => void
}

/** Where Tab leads that was not there yet: to what is chosen, else to the first row below the head. */
const CHOSEN = '[aria-pressed=true], [aria-current]:not([aria-current=false]), :checked'
const HEAD_ROWS = 1

const isHead = (row: HTMLElement): boolean => row.closest('thead') !== null || row.ariaRowIndex === '1'

const columnsOf = (stops: readonly Stop[]): readonly number[] => stops.map(({ column }) => column)

/** See `oneStop`. */
class OneStop {
  readonly #holder: HTMLElement
  readonly #show: ((row: number) => void) | undefined
  /** Where a person is, or was; the column is the one they keep to while they go up and down. */
  #at: Place | null = null
  #stop: HTMLElement | null = null
  /** The cell whose field has the focus. */
  #entered: HTMLElement | null = null
  #isHeld = false

  constructor(holder: HTMLElement, { show }: Options) {
    this.#holder = holder
    this.#show = show
  }

  attach(): () => void {
    const holder = this.#holder
    const changes = new MutationObserver(() => this.#settle())
    const focusIn = ({ target }: FocusEvent) => this.#take(target)
    const focusOut = (event: FocusEvent) => this.#leave(event)
    // Behind whatever handles a key within: what that does is not done again.
    const press = (event: KeyboardEvent) => this.#press(event)
    holder.toggleAttribute('data-one-stop', true)
    holder.addEventListener('focusin', focusIn)
    holder.addEventListener('focusout', focusOut)
    document.addEventListener('keydown', press)
    changes.observe(holder, { childList: true, subtree: true })
    if (holder.contains(document.activeElement)) this.#take(document.activeElement)
    this.#settle()
    return () => {
      changes.disconnect()
      holder.removeEventListener('focusin', focusIn)
      holder.removeEventListener('focusout', focusOut)
      document.removeEventListener('keydown', press)
    }
  }

  /** After rows have come, gone or been drawn anew: who was in one of them is in what stands there now. */
  #settle(): void {
    const holder = this.#holder
    if (holder.matches('table')) {
      // Without anything to act on it is a table to be read, and no stop.
      const acts = controlsOf(holder).length > 0
      if (acts) holder.setAttribute('role', 'grid')
      else holder.removeAttribute('role')
      if (!acts) return
    }
    if (this.#stop?.isConnected !== true || this.#isYetToCome(this.#stop)) this.#stop = this.#found()
    this.#mark()
    const focused = document.activeElement
    const isLost = focused === document.body || focused === null || focused === holder
    if (this.#isHeld && isLost) focusOn(this.#stop ?? holder)
  }

  /** Whether nobody was here, and there were no rows yet but heads and totals. */
  #isYetToCome(stop: HTMLElement): boolean {
    return this.#at === null && stop.closest('thead, tfoot, [aria-rowindex="1"]') !== null
  }

  #found(): HTMLElement | null {
    if (this.#at !== null) return this.#stopAt(this.#at)?.element ?? null
    const chosen = controlsOf(this.#holder).find((control) => control.matches(CHOSEN))
    const rows = rowsOf(this.#holder)
    const first = rows.find(({ element }) => !isHead(element)) ?? rows[0]
    return chosen ?? (first && stopsOf(first.element, this.#holder)[0]?.element) ?? null
  }

  /** What stands at a place; undefined where that row is not drawn. */
  #stopAt({ row, column }: Place): Stop | undefined {
    const drawn = this.#rowAt(row)
    if (drawn === undefined) return undefined
    const stops = stopsOf(drawn.element, this.#holder)
    return stops[stopUnder(columnsOf(stops), column)]
  }

  #rowAt(place: number): Row | undefined {
    const to = Math.min(place, lastRow(this.#holder))
    return rowsOf(this.#holder).find((row) => row.place === to)
  }

  /** One thing of all is a stop of the Tab key: with what is out of sight the whole stands for it. */
  #mark(): void {
    const [holder, stop] = [this.#holder, this.#stop]
    for (const control of controlsOf(holder)) {
      const isStop = control === stop || this.#entered?.contains(control) === true
      control.tabIndex = isStop ? 0 : -1
    }
    for (const cell of holder.querySelectorAll<HTMLElement>('[data-stop]'))
      if (cell !== stop) {
        cell.removeAttribute('tabindex')
        delete cell.dataset['stop']
      }
    if (stop !== null && stop === cellOf(stop)) {
      stop.dataset['stop'] = ''
      stop.tabIndex = this.#entered === stop ? -1 : 0
    }
    if (stop === null && this.#at !== null && isTable(holder)) holder.tabIndex = 0
    else holder.removeAttribute('tabindex')
  }

  #take(target: EventTarget | null): void {
    if (!(target instanceof HTMLElement)) return
    const wasHeld = this.#isHeld
    this.#isHeld = true
    if (target === this.#holder) {
      if (!wasHeld && this.#at !== null) this.#bringIn(this.#at.row)
      return
    }
    if (target.closest('[data-own-stops]')) return
    const cell = cellOf(target)
    const isEntered = cell !== null && cell !== target && entryOf(cell) !== null
    this.#entered = isEntered ? cell : null
    this.#stop = isEntered ? cell : target
    this.#at = this.#placeOf(this.#stop) ?? this.#at
    this.#mark()
  }

  #leave({ target, relatedTarget }: FocusEvent): void {
    if (relatedTarget instanceof Node && this.#holder.contains(relatedTarget)) return
    const end = () => {
      this.#isHeld = false
      this.#entered = null
      this.#mark()
    }
    if (relatedTarget !== null) return end()
    // What was taken off the page has not been left: see `#settle`.
    queueMicrotask(() => {
      if (target instanceof Node && target.isConnected && document.activeElement === document.body) end()
    })
  }

  #placeOf(element: HTMLElement): Place | null {
    const row = rowsOf(this.#holder).find((one) => one.element.contains(element))
    const stop = row && stopsOf(row.element, this.#holder).find((one) => one.element === element)
    return row && stop ? { row: row.place, column: stop.column } : null
  }

  /** The head is always in sight: whoever goes there goes to the top of what it is the head of. */
  #bringIn(row: number): void {
    this.#show?.(Math.max(0, Math.min(row, lastRow(this.#holder)) - HEAD_ROWS))
  }

  #go(to: Place): void {
    const stop = this.#stopAt(to)
    if (stop === undefined) {
      this.#stop = null
      this.#at = to
      this.#mark()
      this.#holder.focus({ preventScroll: true })
      return this.#bringIn(to.row)
    }
    this.#bringIn(to.row)
    focusOn(stop.element)
    stop.element.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    this.#at = to
  }

  #press(event: KeyboardEvent): void {
    const { target } = event
    if (event.defaultPrevented || event.altKey || !(target instanceof HTMLElement)) return
    if (!this.#holder.contains(target) || target.closest('[data-own-stops]')) return
    if (isTypedIn(target) && !isTable(this.#holder)) return
    if (this.#entered?.contains(target) === true && target !== this.#entered) {
      if (this.#inField(event, this.#entered, target)) event.preventDefault()
    } else if (this.#byArrows(event) || this.#act(event, target)) event.preventDefault()
  }

  #byArrows({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
    if (shiftKey || this.#at === null) return false
    const { row, column } = this.#at
    const drawn = this.#rowAt(row)
    const columns = drawn ? columnsOf(stopsOf(drawn.element, this.#holder)) : [column]
    const here = stopUnder(columns, column)
    const extent = {
      lastRow: lastRow(this.#holder),
      lastColumn: columns.length - 1,
      page: rowsOfPage(this.#holder.closest('[role=region]'), drawn?.element.offsetHeight ?? 1),
    }
    const to = cellByKey({ key, ctrl: ctrlKey || metaKey }, { row, column: here }, extent)
    if (to === undefined) return false
    // Sideways the column is another one; up and down it is kept, whatever spans it on the way.
    this.#go({ row: to.row, column: to.column === here ? column : (columns[to.column] ?? column) })
    return true
  }

  /** Enter does with a cell what a click does, and goes into its field, as F2 and typing do. */
  #act(event: KeyboardEvent, target: HTMLElement): boolean {
    if (target === this.#holder || target !== cellOf(target)) return false
    const entry = entryOf(target)
    const { key, ctrlKey, metaKey } = event
    if (entry === null) {
      if (key === 'Enter') target.click()
      return key === 'Enter'
    }
    const isTyped = [...key].length === 1 && key !== ' ' && !ctrlKey && !metaKey
    if (key !== 'Enter' && key !== 'F2' && key !== 'Backspace' && key !== 'Delete' && !isTyped) return false
    // What is typed is for the field, and no command of the screen.
    event.stopPropagation()
    enter(entry)
    return key === 'Enter' || key === 'F2'
  }

  #inField(event: KeyboardEvent, cell: HTMLElement, target: HTMLElement): boolean {
    const { key, shiftKey } = event
    if (key === 'Escape') {
      event.stopPropagation()
      focusOn(cell)
      return true
    }
    const takesEnter = target.matches('textarea, button, [aria-expanded=true]')
    if (key === 'Enter' && !takesEnter && this.#at !== null) {
      this.#go({ ...this.#at, row: Math.min(this.#at.row + 1, lastRow(this.#holder)) })
      return true
    }
    return key === 'Tab' && this.#onward(cell, target, shiftKey ? -1 : 1)
  }

  /** From field to field, as in a form; behind the last one the Tab key goes on by itself. */
  #onward(cell: HTMLElement, target: HTMLElement, by: 1 | -1): boolean {
    const inCell = controlsOf(cell)
    if (inCell[inCell.indexOf(target) + by] !== undefined) return false
    const all = rowsOf(this.#holder).flatMap((row) =>
      stopsOf(row.element, this.#holder).map(({ element }) => element),
    )
    const rest = by === 1 ? all.slice(all.indexOf(cell) + 1) : all.slice(0, all.indexOf(cell)).toReversed()
    const next = rest.find((element) => element !== cellOf(element) || entryOf(element) !== null)
    if (next === undefined) return false
    enter(entryOf(next) ?? next)
    return true
  }
}

/** A cell takes the focus only where it is given a place for it. */
function focusOn(element: HTMLElement): void {
  if (element === cellOf(element) && !element.hasAttribute('tabindex')) element.tabIndex = -1
  element.focus({ preventScroll: true })
}

function enter(field: HTMLElement): void {
  field.focus()
  if (field instanceof HTMLInputElement) field.select()
}

/**
 * Makes a table, list or toolbar one stop of the Tab key, however much it holds; given as its `ref`. Arrows go through it
 * cell by cell, Home and End to the ends of a row, with Ctrl of the whole, PageUp and PageDown by what is in sight. Enter
 * acts; a cell that is typed in is entered by Enter, F2 or typing, and left by Escape. A table that has anything to act on
 * is a grid to a screen reader. Rows may come, go and be drawn anew while a person is in them.
 */
export function oneStop(holder: HTMLElement | null, options: Options = {}): (() => void) | undefined {
  return holder === null ? undefined : new OneStop(holder, options).attach()
}
