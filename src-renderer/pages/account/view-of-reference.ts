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
    case 'moved':
      return 'ledger'
    case 'share':
      return 'costs'
    case 'stop':
      return 'seats'
    case 'variant':
    case 'failure':
    case 'upgrade':
      return 'variants'
    case 'total':
    case 'cost':
    case 'soFar':
    case 'block':
      return 'timeline'
  }
}

/** Whether the view can show it among others: it is led to there even from the same view. */
export function hasPlaceOfItsOwn(reference: AnyReference): boolean {
  switch (reference.kind) {
    case 'line':
    case 'invoice':
    case 'alert':
    case 'entry':
    case 'moved':
    case 'cost':
    case 'soFar':
    case 'stop':
    case 'share':
      return true
    case 'balance':
    case 'lost':
    case 'block':
      return reference.period !== undefined
    case 'total':
    case 'variant':
    case 'failure':
    case 'upgrade':
      return false
  }
}
