import { spanInWords, type Span } from '#renderer/finding/span-in-words.ts'
import { ExportMenu } from '#renderer/pages/ExportMenu.tsx'
import { partName, type ViewPartId } from '#renderer/state/view-parts.ts'
import type { ExportableTable } from '#renderer/tables/exportable-table.ts'
import type { OfResult } from './of-result.ts'

/** The time that an account of a result is billed over. */
export const spanOf = ({ opened, account }: OfResult): Span =>
  opened.separateAccounts.find((separate) => separate.account === account) ?? opened

/** What files of a view say besides the scenario and the view: whose account it is, and which time. */
const aboutOf = (of: OfResult, span: Span): string =>
  [...(of.account === null ? [] : [of.account]), spanInWords(span)].join(', ')

/** Copies and saves what a part of a view shows; the part is one of those that the view is known to have. */
export const PartExports = ({
  part,
  of,
  span = spanOf(of),
  tables,
  onTurn,
}: {
  readonly part: ViewPartId
  readonly of: OfResult
  /** Where not the whole run is shown, what of it is. */
  readonly span?: Span
  readonly tables: readonly ExportableTable[]
  /** Of a part with a chart: turns it into its table, and back. */
  readonly onTurn?: () => void
}) => (
  <ExportMenu
    id={part}
    name={partName(part)}
    about={aboutOf(of, span)}
    tables={tables}
    onTurn={onTurn ?? null}
  />
)
