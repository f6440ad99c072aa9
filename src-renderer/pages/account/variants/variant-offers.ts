import type { CatalogSummary } from '#shared/api.ts'
import type { Catalog, Plan } from '#shared/catalog.ts'
import { DEFAULT_POLICIES } from '#shared/default-policies.ts'
import type { Policies } from '#shared/policies.ts'
import type { ModelMove, Variant } from '#shared/variant.ts'
import { planNames, type PlanNames } from '#renderer/finding/plan-names.ts'
import { POLICY_KEYS, POLICY_WORDS } from '#renderer/finding/policy-in-words.ts'
import { plural } from '#renderer/format/figures.ts'
import { asItIsNow } from '#renderer/state/account-edits/as-it-is-now.ts'
import type { WindowAccount } from '#renderer/state/draft.ts'

/** What there is to compare an account with. */
export interface OfferGround {
  readonly account: WindowAccount
  /** That of the account; null until it is read. */
  readonly catalog: Catalog | null
  readonly presets: readonly CatalogSummary[]
  /** Basic members whose work is stopped, whoever loses most first; null until the engine has told. */
  readonly stopped: readonly string[] | null
}

/** Something to compare with: one variant, or several at once. */
export interface VariantOffer {
  readonly id: string
  readonly name: string
  /** What is worth knowing before it is chosen. */
  readonly note?: string
  readonly variants: readonly Variant[]
  /** That its terms are to be put in once it is there. */
  readonly asksTerms?: true
}

export interface OfferGroup {
  readonly group: string
  readonly offers: readonly VariantOffer[]
}

const one = (variant: Variant, note?: string): VariantOffer => ({
  id: variant.name,
  name: variant.name,
  ...(note === undefined ? {} : { note }),
  variants: [variant],
})

/** Everything there is to compare with, by what it changes; groups without an offer are left out. */
export function offersFor(ground: OfferGround): readonly OfferGroup[] {
  const groups: readonly OfferGroup[] = [
    { group: 'Plans', offers: planOffers(ground) },
    { group: 'Terms', offers: termOffers(ground) },
    { group: 'Catalogues', offers: catalogOffers(ground) },
    { group: 'Usage', offers: [...usageOffers(), ...modelOffers(ground)] },
    { group: 'Seats', offers: seatOffers(ground) },
    { group: 'Rules where vendors disagree', offers: policyOffers(ground) },
  ]
  return groups.filter(({ offers }) => offers.length > 0)
}

/** Those whose name or group has every word that was typed. */
export function offersMatching(groups: readonly OfferGroup[], typed: string): readonly OfferGroup[] {
  const words = typed.toLowerCase().split(/\s+/)
  const fits = (text: string): boolean => words.every((word) => text.toLowerCase().includes(word))
  return groups
    .map(({ group, offers }) => ({ group, offers: offers.filter(({ name }) => fits(`${group} ${name}`)) }))
    .filter(({ offers }) => offers.length > 0)
}

/** A plan as the account could be on it: where it is sold that way, and with overage only where it has any. */
function onPlan(account: WindowAccount, { id, name, price, pastQuota }: Plan): Variant {
  return {
    name,
    plan: id,
    ...(account.billing === 'annual' && price.annual === null ? { billing: 'monthly' } : {}),
    ...(account.overage.optIn && pastQuota.kind === 'block' ? { overage: { optIn: false } } : {}),
  }
}

function planOffers({ account, catalog }: OfferGround): readonly VariantOffer[] {
  const others = (catalog?.plans ?? []).filter(({ id }) => id !== account.plan)
  const listed = others.filter(({ custom }) => !custom)
  const variants = others.map((plan) => onPlan(account, plan))
  return [
    ...others.map((plan) => one(onPlan(account, plan), plan.custom ? 'by contract' : undefined)),
    ...(listed.length > 1
      ? [
          {
            id: 'all plans',
            name: 'All other plans',
            note: plural(variants.length, 'plan'),
            variants,
          },
        ]
      : []),
  ]
}

function termOffers({ account, catalog }: OfferGround): readonly VariantOffer[] {
  const plan = catalog?.plans.find(({ id }) => id === account.plan)
  const isAnnual = account.billing === 'annual'
  const { optIn } = account.overage
  return [
    ...(isAnnual ? [one({ name: 'Billed monthly', billing: 'monthly' })] : []),
    ...(!isAnnual && plan?.price.annual ? [one({ name: 'Billed annually', billing: 'annual' })] : []),
    ...(optIn ? [one({ name: 'Without overage', overage: { optIn: false } })] : []),
    ...(!optIn && plan !== undefined && plan.pastQuota.kind !== 'block'
      ? [one({ name: 'With overage', overage: { optIn: true } })]
      : []),
    ...(account.changes.length > 0
      ? [one({ name: 'Without the dated changes', changes: [] }, plural(account.changes.length, 'change'))]
      : []),
    ...(catalog?.plans ?? []).filter(({ custom }) => custom).map((sold) => quoteFor(account, sold)),
    one(asItIsNow(account, catalog), 'keeps all but the usage while the account changes'),
  ]
}

function quoteFor(account: WindowAccount, plan: Plan): VariantOffer {
  const { customTerms } = account
  const variant = {
    ...onPlan(account, plan),
    name: `Quote for ${plan.name}`,
    customTerms: { ...customTerms, [plan.id]: customTerms[plan.id] ?? {} },
  }
  return { ...one(variant, 'with terms to put in'), asksTerms: true }
}

const namesIn = (catalog: Catalog | null) => catalog?.plans.map(({ id, name }) => ({ plan: id, name })) ?? []

function catalogOffers({ account, catalog, presets }: OfferGround): readonly VariantOffer[] {
  const own = typeof account.catalog === 'string' ? account.catalog : null
  const nameOf = planNames(namesIn(catalog))
  return presets.filter(({ id }) => id !== own).flatMap((preset) => onPreset(preset, account, nameOf))
}

/** On another price list: the same plan where it has it, else each that it has. */
function onPreset(
  { id, name, plans }: CatalogSummary,
  { plan }: WindowAccount,
  nameOf: PlanNames,
): readonly VariantOffer[] {
  if (plans.includes(plan)) return [one({ name: `${nameOf(plan)}, ${name}`, catalog: id, plan })]
  return plans.map((other) => one({ name: `${nameOf(other)}, ${name}`, catalog: id, plan: other }))
}

const FACTORS = [
  ['20 % less usage', '0.8'],
  ['8 % more usage', '1.08'],
  ['25 % more usage', '1.25'],
  ['Twice the usage', '2'],
] as const

const usageOffers = (): readonly VariantOffer[] =>
  FACTORS.map(([name, usageFactor]) => one({ name, usageFactor }))

const HALF = '50'

/** Half of what a model does, done by another one of the same product. */
function modelOffers({ account: { usage, plan }, catalog }: OfferGround): readonly VariantOffer[] {
  return movesFor(usage, plan, catalog).map((move) =>
    one({ name: `Half of ${move.from} on ${move.to}`, modelMix: [move] }, productName(catalog, move.product)),
  )
}

const productName = (catalog: Catalog | null, id: string): string =>
  catalog?.products.find((product) => product.id === id)?.name ?? id

/** Every move of half a model's work to another model of its product that the plan has a rate for. */
export function movesFor(
  usage: WindowAccount['usage'],
  plan: string,
  catalog: Catalog | null,
): readonly ModelMove[] {
  if (usage.kind !== 'streams' || catalog === null) return []
  const used = new Map(
    usage.streams.map(({ product, model }) => [JSON.stringify([product, model]), { product, model }]),
  )
  return [...used.values()].flatMap(({ product, model }) =>
    catalog.burnRates
      .filter(
        (rate) =>
          rate.product === product &&
          rate.model !== model &&
          rate.rate.value !== null &&
          rate.plans?.includes(plan) !== false,
      )
      .map((rate) => ({ product, from: model, to: rate.model, share: HALF })),
  )
}

/** As many as a person turns to Full seats at once. */
const MOST_TO_FULL = 5

function seatOffers({ account, catalog, stopped }: OfferGround): readonly VariantOffer[] {
  const sells = catalog?.plans.find(({ id }) => id === account.plan)?.seats.purchase
  const most = (stopped ?? []).slice(0, MOST_TO_FULL)
  return [
    ...(most.length > 0
      ? [
          one(
            {
              name: `${plural(most.length, 'Basic member')} to Full`,
              seats: most.map((member) => ({ member, seat: 'full' as const })),
            },
            'whose work is stopped most',
          ),
        ]
      : []),
    ...(sells
      ? [1, 5, 10].map((count) =>
          one({ name: `${plural(count, 'more Full seat')}`, extraSeats: account.extraSeats + count }),
        )
      : []),
  ]
}

/** Every answer to each question that is not the one in force. */
function policyOffers({ account, catalog }: OfferGround): readonly VariantOffer[] {
  return POLICY_KEYS.flatMap((key) => otherAnswers(key, account, catalog))
}

function otherAnswers<K extends keyof Policies>(
  key: K,
  account: WindowAccount,
  catalog: Catalog | null,
): readonly VariantOffer[] {
  const { question, answers } = POLICY_WORDS[key]
  const inForce = account.policies[key] ?? catalog?.policies[key] ?? DEFAULT_POLICIES[key]
  return Object.entries<string>(answers)
    .filter(([answer]) => answer !== inForce)
    .map(([answer, words]) => one({ name: `${question}: ${words}`, policies: { [key]: answer } }))
}
