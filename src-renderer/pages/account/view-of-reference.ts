import type { AnyReference } from '#shared/reference.ts'
import type { ResultView } from '#shared/screens.ts'

/** The view of the result in which what is explained has its place. */
export function viewOf({ kind }: AnyReference): ResultView {
  switch (kind) {
    case 'line':
    case 'invoice':
      return 'invoices'
    case 'balance':
    case 'lost':
      return 'credits'
    case 'alert':
      return 'events'
    case 'entry':
      return 'ledger'
    case 'share':
      return 'costs'
    case 'stop':
      return 'seats'
    case 'variant':
      return 'variants'
    case 'total':
    case 'cost':
    case 'soFar':
    case 'block':
      return 'timeline'
  }
}
