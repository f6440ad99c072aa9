import type { AccountChange, Billing } from '#shared/account.ts'
import type { Instant } from '../calendar/civil.ts'
import type { Credits, Money } from '../exact/amount.ts'
import type { AccountPeople } from '../gate/gatekeeper.ts'
import type { Invoicing } from '../invoice/invoicing.ts'
import type { CompiledPlan } from '../plan/compiled-plan.ts'
import type { Schedule } from '../calendar/schedule.ts'
import type { Funds } from '../funds/funds-terms.ts'
import type { Term } from '../subscription/proration.ts'
import type { RegenerationPolicy } from '../usage/free-regenerations.ts'
import type { MeteredEvents } from '../usage/metered-event.ts'
import type { UsageSource } from '../usage/usage-source.ts'

/** One account, and everything the clock needs to bill it. */
export interface AccountTerms {
  readonly plan: CompiledPlan
  /** On `annual`, a plan without an annual price is paid monthly. */
  readonly billing: Billing
  /** Whether usage past the quota may be served where the plan sells it. */
  readonly optIn: boolean
  /** The most overage money per period; null for no limit. */
  readonly spendLimit: Money | null
  /** Whether first-period offers are applied. */
  readonly offers: boolean
  readonly trial: Trial | null
  /** What is agreed about invoices; left out where they are the sum of the lines the account is charged. */
  readonly invoicing?: Invoicing
  /** Full seats bought beyond the plan's. */
  readonly extraSeats: number
  readonly months: number
  /** The months the run lasts and some more, which are the periods until the cycle restarts; see `scheduleOf`. */
  readonly schedule: Schedule
  /** The part of the run the account exists in, on a cycle of its own; left out for all of it. */
  readonly window?: Stay
  /** Credits and money besides the subscription; left out where there are none. */
  readonly funds?: Funds
  /** Modelled usage, in the order in which sources are served within a day. */
  readonly usage: readonly UsageSource[]
  /** Usage events and changes to the account within the run, each in the order they happen. */
  readonly events: MeteredEvents
  readonly changes: readonly DatedChange[]
  /** Who may use credits; null when nobody is named, and nothing but the pool holds usage back. */
  readonly people: AccountPeople | null
  /** How often making unchanged content again is free; null where it never is. */
  readonly freeRegenerations: RegenerationPolicy | null
  /** For how many days a term's price is given back on request; null where it never is. */
  readonly refundDays: number | null
  /** The catalogue's plans, lowest first, for changes between them. */
  readonly ladder: readonly CompiledPlan[]
}

/** The time an account exists in. */
export interface Stay extends Term {
  /** Whether the account is closed at its end, with what it has left; if not, the run ends there and it goes on. */
  readonly isClosedAtEnd: boolean
}

export interface Trial {
  readonly days: number
  readonly credits: Credits
  /** Whether what is left of the credits expires with the trial. */
  readonly creditsExpire: boolean
}

export interface DatedChange {
  readonly at: Instant
  /** Its place in the scenario, for the path of a refusal. */
  readonly index: number
  readonly change: AccountChange
}

/** Changes of plan come before everything else of their instant but what ends then. Source: DESIGN §4. */
export const isPlanChange = ({ change }: DatedChange): boolean => change.kind === 'changePlan'
