import { seatReport } from '#main/engine/index.ts'
import type { Catalog } from '#shared/catalog.ts'
import { SeatReport } from '#shared/seat-report.ts'
import { valueOf } from './build.ts'
import { peopleOf } from './people.ts'

type Given = Parameters<typeof peopleOf>[1]

export const reportOf = (catalog: Catalog, given: Given): SeatReport =>
  SeatReport.parse(valueOf(seatReport(catalog, peopleOf(catalog, given))))

export const named = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`)

export const memberOf = ({ members }: SeatReport, name: string) => {
  const found = members.find(({ member }) => member === name)
  if (found === undefined) throw new Error(`No member ${name}.`)
  return found
}

/** From when on (a day of January), Full and Basic members, Basic members on Full slots, and the locked. */
export const stepsOf = ({ steps }: SeatReport) =>
  steps.map(({ from, full: fulls, basic: basics, locked }) => [
    from.slice(0, 10),
    fulls.held,
    basics.held,
    fulls.holdBasic,
    locked,
  ])
