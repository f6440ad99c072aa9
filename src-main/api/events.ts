import type { Listener } from '#shared/events.ts'
import type { Events } from './services.ts'

/** Tells every listener of every event, in the order they subscribed. */
export function createEvents(): Events {
  const listeners = new Set<Listener>()
  return {
    emit: (event) => {
      for (const listener of listeners) listener(event)
    },
    subscribe: (listener) => {
      // One of its own, so that a listener that subscribes twice is told twice, and each ends for itself.
      const subscription: Listener = (event) => listener(event)
      listeners.add(subscription)
      return () => void listeners.delete(subscription)
    },
  }
}
