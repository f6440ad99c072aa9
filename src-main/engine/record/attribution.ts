/** Who used what: the dimensions by which usage is let through, counted and attributed. Null where not said. */
export interface Attribution {
  /** Null where the scenario names no workspaces. */
  readonly workspace: string | null
  readonly member: string | null
  readonly apiKey: string | null
  readonly product: string | null
  /** The product's family, which decides whether a seat's ceiling counts the usage. */
  readonly family: string | null
  readonly model: string | null
}

/** Usage nobody and no product is named for: it is stopped by nothing but the pool. */
export const UNATTRIBUTED: Attribution = {
  workspace: null,
  member: null,
  apiKey: null,
  product: null,
  family: null,
  model: null,
}
