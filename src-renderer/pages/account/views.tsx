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
import { VIEW_NAMES } from './view-names.ts'
import { WorkspacesView } from './workspaces/WorkspacesView.tsx'

/** The views of an account's result, by the words of their addresses. */
export const VIEWS: Readonly<
  Record<ResultView, { readonly name: string; readonly Body: ComponentType<OfResult> }>
> = {
  timeline: { name: VIEW_NAMES.timeline, Body: TimelineView },
  credits: { name: VIEW_NAMES.credits, Body: CreditsView },
  seats: { name: VIEW_NAMES.seats, Body: SeatsView },
  workspaces: { name: VIEW_NAMES.workspaces, Body: WorkspacesView },
  invoices: { name: VIEW_NAMES.invoices, Body: InvoicesView },
  ledger: { name: VIEW_NAMES.ledger, Body: LedgerView },
  events: { name: VIEW_NAMES.events, Body: EventsView },
  costs: { name: VIEW_NAMES.costs, Body: CostsView },
  variants: { name: VIEW_NAMES.variants, Body: VariantsView },
}
