/** How a plan is drawn everywhere: one ink per theme and a dash pattern, so that colour is never the only sign. */
export interface PlanInk {
  readonly light: string
  readonly dark: string
  /** SVG dash pattern; empty for a solid line. */
  readonly dash: string
}

/**
 * Chosen by search: at least 4.5:1 on the surface of its theme (the names are written in these inks too) and as
 * far apart as seven inks can be for protan, deutan and tritan eyes. `test/renderer/plan-colors.test.ts` keeps it so.
 */
const KNOWN: Readonly<Record<string, PlanInk>> = {
  free: { light: '#555f70', dark: '#d2d6dd', dash: '1.5 3' },
  starter: { light: '#00455d', dark: '#62bee8', dash: '5 3' },
  creator: { light: '#a45f0c', dark: '#cb7502', dash: '' },
  pro: { light: '#731731', dark: '#e7a0aa', dash: '10 2.5' },
  scale: { light: '#0b845a', dark: '#1b9c6c', dash: '9 3 1.5 3' },
  business: { light: '#570995', dark: '#9f82cc', dash: '14 4' },
  enterprise: { light: '#6f4d01', dark: '#ffca72', dash: '3 3' },
}

const KNOWN_PLANS = Object.keys(KNOWN)

/** A plan the product does not know by name takes a known ink by its place on the ladder. */
export function inkName(plan: string, place: number): string {
  if (plan in KNOWN) return plan
  return KNOWN_PLANS[place % KNOWN_PLANS.length] ?? 'free'
}

export const planInks: ReadonlyMap<string, PlanInk> = new Map(Object.entries(KNOWN))

export const inkVariable = (name: string): string => `var(--plan-${name})`

/** The CSS variables `--plan-<id>` of one theme. */
export function inkVariables(theme: 'light' | 'dark'): Record<string, string> {
  return Object.fromEntries([...planInks].map(([name, ink]) => [`--plan-${name}`, ink[theme]]))
}
