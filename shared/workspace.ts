import * as z from './zod.ts'
import { listOf, Name, textOf } from './bounded.ts'
import { MOST_ITEMS, MOST_NAME, MOST_PLANS } from './bounds.ts'
import { CreditsText } from './decimal.ts'

/**
 * One workspace of consolidated billing. The billing workspace pays for itself and for every reporting workspace
 * that is linked to it. A workspace is linked from the start, unless the first change that names it links it.
 */
export const Workspace = z.strictObject({
  id: Name,
  name: Name.optional(),
  kind: z.enum(['billing', 'reporting']),
  /** Where it is: an environment of the catalogue, such as `us`. */
  environment: Name,
  /** Credits of the shared pool it may use each period, where the catalogue allows such limits; null for no limit. */
  creditLimit: CreditsText.nullable().default(null),
  /** May be said, and is then the account's: all linked workspaces share one subscription. */
  plan: textOf(MOST_NAME).optional(),
})
export type Workspace = z.infer<typeof Workspace>

/** How a vendor bills several workspaces together. */
export const Consolidation = z.strictObject({
  /** Where the billing workspace has to be. */
  billingEnvironment: Name,
  /** Everywhere a workspace can be. */
  environments: listOf(Name, { most: MOST_ITEMS, what: 'environments' }).min(1),
  /** Plans that have it. */
  plans: listOf(Name, { most: MOST_PLANS, what: 'plans' }).min(1),
  /** Whether a reporting workspace may be given a limit of its own. */
  perWorkspaceLimits: z.boolean(),
})
export type Consolidation = z.infer<typeof Consolidation>
