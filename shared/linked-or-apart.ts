import * as z from './zod.ts'
import { Billing } from './account.ts'
import { Name } from './bounded.ts'
import { MOST_ITEMS } from './bounds.ts'
import { CreditsText, MoneyText } from './decimal.ts'
import { keyed } from './keyed.ts'
import { Scenario } from './scenario.ts'

/** An account of several workspaces, and on which plan each would be by itself. */
export const LinkedOrApartInput = z.strictObject({
  scenario: Scenario,
  /** By workspace; left out, a workspace goes on the plan that blocks least of its usage, and of several on the cheapest. */
  plans: keyed(Name, { most: MOST_ITEMS, what: 'plans of workspaces' }).default({}),
})
export type LinkedOrApartInput = z.infer<typeof LinkedOrApartInput>

/** Money of a whole run and the work it does. */
const Work = z.strictObject({
  total: MoneyText,
  servedCredits: CreditsText,
  blockedCredits: CreditsText,
})

/** A workspace's part of the shared bill beside a bill of its own. */
export const WorkspaceApart = z.strictObject({
  workspace: z.string(),
  /** Its name, or its id where it has none. */
  name: z.string(),
  linked: Work.extend({
    /** Its share of all invoices; negative where it is given back more than it pays. */
    total: z.string(),
  }),
  apart: Work.extend({
    plan: z.string(),
    billing: Billing,
    /** Full seats bought beyond the plan's, for those who are members at the start. */
    extraSeats: z.int(),
  }),
  /** The own bill less the share; negative where it would be cheaper by itself. */
  difference: z.string(),
})
export type WorkspaceApart = z.infer<typeof WorkspaceApart>

export const LinkedOrApart = z.strictObject({
  linked: Work,
  /** Of all the accounts together. */
  apart: Work,
  /** All own bills less the shared one; negative where the accounts are cheaper by themselves. */
  difference: z.string(),
  /** In the order of the scenario. */
  workspaces: z.array(WorkspaceApart),
})
export type LinkedOrApart = z.infer<typeof LinkedOrApart>
