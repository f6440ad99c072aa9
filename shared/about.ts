import * as z from './zod.ts'
import { listOf, Name, textOf } from './bounded.ts'
import { MOST_NAME, MOST_PLANS, MOST_TEXT } from './bounds.ts'

/** Where a scenario was branched from, and what that was called then; it may have been renamed or deleted since. */
export const BranchOrigin = z.strictObject({ id: textOf(MOST_NAME), name: textOf(MOST_NAME) })
export type BranchOrigin = z.infer<typeof BranchOrigin>

/** What the customer's page leaves out, of what it would show. */
const Internal = z.strictObject({
  /** The question is for whoever works on it. */
  question: z.boolean().default(false),
  /** Plans that are not for the customer, by their ids. */
  plans: listOf(Name, { most: MOST_PLANS, what: 'plans' }).default([]),
})

/**
 * What people say of a scenario, for themselves and for others: nothing in it is billed, and no input hash holds it. It is
 * left out of a document that says nothing.
 */
export const About = z.strictObject({
  /** What the scenario is to answer, in a person's words. */
  question: textOf(MOST_NAME).default(''),
  /** What to look at in its results. */
  lookFor: textOf(MOST_TEXT).default(''),
  /** Words to find it and others like it by. */
  tags: listOf(Name, { most: 50, what: 'tags' }).default([]),
  /** For whoever works on it alone: no page, print or file that may reach a customer holds them. */
  notes: textOf(MOST_TEXT).default(''),
  /** Whose account it is about. */
  customer: textOf(MOST_NAME).default(''),
  internal: Internal.default({ question: false, plans: [] }),
  /** The teaching example it came from, by its id; null where it came from none. */
  example: textOf(MOST_NAME).nullable().default(null),
  /** Null where it was not branched from another. */
  branchOf: BranchOrigin.nullable().default(null),
})
export type About = z.infer<typeof About>
