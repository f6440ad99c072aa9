import { RESULT_VIEWS, type ResultView } from '#shared/screens.ts'
import { type Exportable, exportableOf } from './exportables.ts'

/** A part of a view of an account's result that is copied and saved. */
interface ViewPart {
  readonly id: string
  readonly name: string
  /** Whether it is drawn, so that it is saved as a picture and shown as a table as well. */
  readonly hasChart: boolean
}

const table = <const Id extends string>(id: Id, name: string) => ({ id, name, hasChart: false })
const chart = <const Id extends string>(id: Id, name: string) => ({ id, name, hasChart: true })

/** What of each view can be copied and saved, its main part first: a view that says nothing of it does not compile. */
export const VIEW_PARTS = {
  timeline: [chart('timeline', 'Cost over time')],
  credits: [chart('credits', 'Credits on hand')],
  seats: [
    chart('occupancy', 'Seats over time'),
    table('members', 'Members'),
    table('fullSeats', 'Full seats'),
    table('member', 'Member in detail'),
  ],
  workspaces: [
    table('shares', 'Workspaces and their shares'),
    table('seenBy', 'As a workspace sees it'),
    table('apart', 'Linked or apart'),
  ],
  invoices: [table('invoices', 'Invoices'), table('invoice', 'Invoice')],
  ledger: [table('ledger', 'Ledger')],
  events: [table('events', 'Events')],
  costs: [table('costs', 'Costs')],
  variants: [
    table('variants', 'Variants by rank'),
    chart('differences', 'Differences by kind'),
    table('everyPlan', 'This account on every plan'),
    table('failures', 'Both failures'),
    chart('upgrades', 'Best upgrade date'),
  ],
} as const satisfies Readonly<Record<ResultView, readonly [ViewPart, ...ViewPart[]]>>

export type ViewPartId = (typeof VIEW_PARTS)[ResultView][number]['id']

const partsOf = (view: ResultView): readonly ViewPart[] => VIEW_PARTS[view]

/** What a part is called, on the screen and in the names of its files. */
export const partName = (part: ViewPartId): string =>
  RESULT_VIEWS.flatMap(partsOf).find(({ id }) => id === part)?.name ?? part

/** A part that is on the screen. */
export interface ShownPart {
  readonly part: ViewPart
  readonly exportable: Exportable
}

/** The parts of a view that are on the screen, the main one first. */
export const partsShown = (view: ResultView): readonly ShownPart[] =>
  partsOf(view).flatMap((part) => {
    const exportable = exportableOf(part.id)
    return exportable === undefined ? [] : [{ part, exportable }]
  })

/** The one that commands of the whole view are about: its main part, or the first of those that are drawn. */
export const mainPart = (view: ResultView, what: 'table' | 'chart'): Exportable | undefined =>
  partsShown(view).find(({ part }) => what === 'table' || part.hasChart)?.exportable
