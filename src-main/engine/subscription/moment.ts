import type { Period } from '../calendar/schedule.ts'
import type { CompiledPlan } from '../plan/compiled-plan.ts'

/** Where an account stands: the plan it is on and its period. The account moves it on; its parts only look. */
export interface Moment {
  readonly plan: CompiledPlan
  readonly period: Period
}
