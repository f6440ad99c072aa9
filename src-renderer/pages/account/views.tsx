import type { ComponentType } from 'react'
import type { ResultView } from '#shared/screens.ts'
import { CostsView } from './costs/CostsView.tsx'
import { CreditsView } from './credits/CreditsView.tsx'
import { EventsView } from './events/EventsView.tsx'
import { InvoicesView } from './invoices/InvoicesView.tsx'
import { LedgerView } from './ledger/LedgerView.tsx'
import type { OfResult } from './of-result.ts'
import { SeatsView } from './seats/SeatsView.tsx'
import { TimelineView } from './timeline/TimelineView.tsx'
import { VariantsView } from './variants/VariantsView.tsx'
import { WorkspacesView } from './workspaces/WorkspacesView.tsx'

/** The views of an account's result, by the words of their addresses. */
export const VIEWS: Readonly<
  Record<ResultView, { readonly name: string; readonly Body: ComponentType<OfResult> }>
> = {
  timeline: { name: 'Timeline', Body: TimelineView },
  credits: { name: 'Credits', Body: CreditsView },
  seats: { name: 'Seats', Body: SeatsView },
  workspaces: { name: 'Workspaces', Body: WorkspacesView },
  invoices: { name: 'Invoices', Body: InvoicesView },
  ledger: { name: 'Ledger', Body: LedgerView },
  events: { name: 'Events', Body: EventsView },
  costs: { name: 'Costs', Body: CostsView },
  variants: { name: 'Variants', Body: VariantsView },
}
