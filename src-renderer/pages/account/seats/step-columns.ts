import type { SeatStep } from '#shared/seat-report.ts'
import { credits } from '#renderer/format/figures.ts'
import { instant } from '#renderer/format/moments.ts'
import type { Column } from '#renderer/tables/column.ts'

const counted = (id: string, header: string, of: (step: SeatStep) => number): Column<SeatStep> => ({
  id,
  header,
  numeric: true,
  text: (step) => credits(of(step)),
  figure: (step) => String(of(step)),
})

/** The seats' chart as a table: one row for each step. */
export const stepColumns = (planName: (plan: string) => string): readonly Column<SeatStep>[] => [
  { id: 'from', header: 'From', text: ({ from }) => instant(from) },
  { id: 'to', header: 'To', text: ({ to }) => instant(to) },
  { id: 'plan', header: 'Plan', text: ({ plan }) => planName(plan) },
  counted('full', 'Full held', ({ full }) => full.held),
  counted('fullLimit', 'Full limit', ({ full }) => full.limit),
  counted('lent', 'Basic on Full', ({ full }) => full.holdBasic),
  counted('fullFree', 'Full free', ({ full }) => full.free),
  counted('basic', 'Basic held', ({ basic }) => basic.held),
  counted('basicLimit', 'Basic limit', ({ basic }) => basic.limit),
  counted('basicFree', 'Basic free', ({ basic }) => basic.free),
  counted('locked', 'Locked', ({ locked }) => locked),
]
