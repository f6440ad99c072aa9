import type { Invoke } from '#shared/api.ts'
import type { Bridge } from '#shared/bridge.ts'

export const electronTransport = (bridge: Bridge): Invoke => bridge.invoke
