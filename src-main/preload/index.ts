import { contextBridge, ipcRenderer } from 'electron'
import type { Method } from '#shared/api.ts'
import { INVOKE_CHANNEL, type Bridge } from '#shared/bridge.ts'

/** The API's methods by name: importing the map itself would bundle its schemas into the preload. */
const METHODS: Readonly<Record<Method, true>> = {
  'app.info': true,
  'catalogs.list': true,
  'catalogs.get': true,
  'analysis.compare': true,
  'analysis.curves': true,
  'analysis.crossovers': true,
  'analysis.variants': true,
  'analysis.bothFailures': true,
  'analysis.bestUpgrade': true,
  'analysis.attribution': true,
  'scenarios.run': true,
  'scenarios.explain': true,
  'scenarios.events': true,
  'documents.validate': true,
  'documents.schema': true,
}

const bridge: Bridge = {
  invoke: (method, input) => {
    if (Object.hasOwn(METHODS, method)) return ipcRenderer.invoke(INVOKE_CHANNEL, method, input)
    const message = `There is no method "${String(method)}".`
    return Promise.resolve({ ok: false, problems: [{ code: 'api.unknown_method', message, path: '' }] })
  },
}

contextBridge.exposeInMainWorld('tierwise', bridge)
