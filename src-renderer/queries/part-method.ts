import type { Method } from '#shared/api.ts'

/** What is asked of a result that is open, or of an account whether or not it has one. */
export type PartMethod = Extract<Exclude<Method, 'results.open' | 'results.cancel'>, `results.${string}`>
