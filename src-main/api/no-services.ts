import { refuse } from '#shared/problem.ts'
import type { AreaHandlers, Handlers } from './handlers.ts'

const noStore = () =>
  refuse({
    code: 'host.no_store',
    message: 'This needs the Tierwise application: there are no stored documents here.',
    path: '',
  })

type ServedAreas =
  | 'library'
  | 'history'
  | 'stored'
  | 'examples'
  | 'settings'
  | 'store'
  | 'bundles'
  | 'files'
  | 'runs'
  | 'results'
  | 'secrets'
  | 'window'

/** What a host without services, such as the command line, answers to calls that need them. */
export const noServices: AreaHandlers<ServedAreas> & Pick<Handlers, 'export.storedWorkbook'> = {
  'export.storedWorkbook': noStore,
  'library.list': noStore,
  'library.get': noStore,
  'library.create': noStore,
  'library.edit': noStore,
  'library.rename': noStore,
  'library.branch': noStore,
  'library.tags': noStore,
  'library.duplicate': noStore,
  'library.delete': noStore,
  'library.restore': noStore,
  'library.revisions': noStore,
  'library.revision': noStore,
  'library.revert': noStore,
  'library.nameVersion': noStore,
  'history.state': noStore,
  'history.undo': noStore,
  'history.redo': noStore,
  'stored.card': noStore,
  'stored.customerPage': noStore,
  'stored.difference': noStore,
  'examples.list': noStore,
  'examples.open': noStore,
  'bundles.export': noStore,
  'bundles.import': noStore,
  'files.saveBundle': noStore,
  'files.openBundle': noStore,
  'files.save': noStore,
  'files.printPdf': noStore,
  'files.showStore': noStore,
  'settings.get': noStore,
  'settings.change': noStore,
  'store.info': noStore,
  'store.backup': noStore,
  'store.restore': noStore,
  'store.check': noStore,
  'runs.start': noStore,
  'runs.list': noStore,
  'runs.cancel': noStore,
  'runs.result': noStore,
  'results.open': noStore,
  'results.cancel': noStore,
  'results.ledger': noStore,
  'results.invoices': noStore,
  'results.invoice': noStore,
  'results.alerts': noStore,
  'results.events': noStore,
  'results.grants': noStore,
  'results.usage': noStore,
  'results.explain': noStore,
  'results.explainAnew': noStore,
  'results.attribution': noStore,
  'results.layers': noStore,
  'results.costs': noStore,
  'results.seats': noStore,
  'results.fullSeats': noStore,
  'results.apart': noStore,
  'results.onEveryPlan': noStore,
  'results.whatToBuy': noStore,
  'results.variants': noStore,
  'results.bothFailures': noStore,
  'results.bestUpgrades': noStore,
  'results.workspaceView': noStore,
  'results.table': noStore,
  'secrets.protection': noStore,
  'secrets.state': noStore,
  'secrets.set': noStore,
  'secrets.clear': noStore,
  'window.begin': noStore,
}
