import type { Listener } from '#shared/events.ts'
import type { Events } from './services.ts'
import { throwLater } from './throw-later.ts'

/**
 * Tells every listener of every event, in the order they subscribed. What is told has happened: a listener that throws
 * is a defect, reported to `onDefect`, and keeps neither the others nor the teller from going on.
 */
export function createEvents(onDefect: (error: unknown) => void = throwLater): Events {
  const listeners = new Set<Listener>()
  return {
    emit: (event) => {
      for (const listener of listeners) {
        try {
          listener(event)
        } catch (error) {
          onDefect(error)
        }
      }
    },
    subscribe: (listener) => {
      // One of its own, so that a listener that subscribes twice is told twice, and each ends for itself.
      const subscription: Listener = (event) => listener(event)
      listeners.add(subscription)
      return () => void listeners.delete(subscription)
    },
  }
}
