import { Checkbox } from '@mantine/core'
import type { Commitment, Coupon } from '#shared/invoicing.ts'
import { familiesInWords } from '#renderer/finding/line-family.ts'
import { CellAmount } from '#renderer/fields/CellAmount.tsx'
import { CellDate } from '#renderer/fields/CellDate.tsx'
import { CellSelect } from '#renderer/fields/CellSelect.tsx'
import { DecimalField } from '#renderer/fields/DecimalField.tsx'
import { money, percent, plural } from '#renderer/format/figures.ts'
import {
  addCoupon,
  addDiscount,
  changeCoupon,
  changeDiscount,
  invoicingOf,
  removeCoupon,
  removeDiscount,
  setCommitment,
} from '#renderer/state/account-edits/invoicing.ts'
import { useAccountProblem } from '#renderer/state/account-run.ts'
import { editAccount, type WindowAccount } from '#renderer/state/draft.ts'
import { Fold } from '../Fold.tsx'
import styles from '../inputs.module.css'
import { DiscountCard } from './DiscountCard.tsx'
import { FamilyField } from './FamilyField.tsx'
import { AddButton, TaxTable } from './TaxTable.tsx'

const PERS = [
  { value: 'month', label: 'a month' },
  { value: 'year', label: 'a year' },
]
const RAISES = [
  { value: 'plan', label: 'as the plan says' },
  { value: 'yes', label: 'raise it' },
  { value: 'no', label: 'do not raise it' },
]
const raiseOf = (value: string): boolean | undefined => (value === 'plan' ? undefined : value === 'yes')
const shownRaise = (raises: boolean | undefined): string => {
  if (raises === undefined) return 'plan'
  return raises ? 'yes' : 'no'
}

function CommitmentFields({ commitment }: { readonly commitment: Commitment }) {
  const change = (what: string, changed: Partial<Commitment>) =>
    editAccount(
      `Change the ${what} of the commitment`,
      (account) => setCommitment(account, { ...(invoicingOf(account).commitment ?? commitment), ...changed }),
      `commitment ${what}`,
    )
  const whole = useAccountProblem('invoicing.commitment')
  const minimum = useAccountProblem('invoicing.commitment.minimum')
  const maximum = useAccountProblem('invoicing.commitment.maximum')
  return (
    <>
      <div className={styles.pair}>
        <span>Agreed for</span>
        <CellSelect
          label="For how long the commitment counts"
          value={commitment.per}
          choices={PERS}
          onChange={(per) => change('time', { per: per === 'year' ? 'year' : 'month' })}
        />
      </div>
      <DecimalField
        label="At least"
        value={commitment.minimum ?? null}
        none="no minimum"
        onChange={(text) => change('minimum', { minimum: text ?? undefined })}
        problem={whole ?? minimum}
      />
      <DecimalField
        label="At most"
        value={commitment.maximum ?? null}
        none="no maximum"
        onChange={(text) => change('maximum', { maximum: text ?? undefined })}
        problem={maximum}
      />
      <FamilyField
        label="What counts towards the commitment"
        value={commitment.appliesTo ?? []}
        none="everything counts"
        onChange={(families) => change('lines', { appliesTo: families.length === 0 ? undefined : families })}
      />
      <div className={styles.pair}>
        <span>Counted from</span>
        <CellDate
          label="From when the commitment counts"
          value={commitment.from ?? null}
          onChange={(from) => change('first day', { from: from ?? undefined })}
        />
      </div>
      <div className={styles.pair}>
        <span>Seats that are bought</span>
        <CellSelect
          label="Whether seats raise the minimum"
          value={shownRaise(commitment.seatsRaise)}
          choices={RAISES}
          onChange={(value) => change('seats', { seatsRaise: raiseOf(value) })}
        />
      </div>
    </>
  )
}

function CouponExtras({ coupon }: { readonly coupon: Coupon }) {
  const change = (what: string, changed: Partial<Omit<Coupon, 'id'>>) =>
    editAccount(
      `Change the ${what} of ${coupon.name}`,
      (account) => changeCoupon(account, coupon.id, changed),
      `coupons ${coupon.id} ${what}`,
    )
  return (
    <div className={styles.line}>
      <span className={styles.hint}>redeemed by</span>
      <CellDate
        label={`Last day to redeem ${coupon.name}`}
        value={coupon.redeemBy ?? null}
        onChange={(date) => change('last day', { redeemBy: date ?? undefined })}
      />
      <span className={styles.hint}>so often</span>
      <CellAmount
        label={`How often ${coupon.name} can be redeemed`}
        value={String(coupon.maxRedemptions)}
        none="1"
        of={coupon.id}
        onChange={(text) => {
          if (text !== null && /^[1-9]\d{0,5}$/.test(text))
            change('redemptions', { maxRedemptions: Number(text) })
        }}
      />
    </div>
  )
}

const commitmentInWords = ({ minimum, maximum, per, appliesTo }: Commitment, currency: string): string =>
  [
    ...(minimum === undefined ? [] : [`at least ${money(minimum, currency)}`]),
    ...(maximum === undefined ? [] : [`at most ${money(maximum, currency)}`]),
    `a ${per}`,
    ...(appliesTo === undefined ? [] : [`on ${familiesInWords(appliesTo)}`]),
  ].join(' ')

/** What is agreed about invoices: discounts, coupons, a commitment, taxes. */
export function InvoiceFields({
  account,
  currency,
}: {
  readonly account: WindowAccount
  readonly currency: string
}) {
  const { discounts, coupons, commitment, taxes } = invoicingOf(account)
  return (
    <>
      <Fold
        title="Discounts"
        summary={discounts.length === 0 ? 'none' : discounts.map(({ name }) => name).join(', ')}
      >
        {discounts.map((discount, place) => (
          <DiscountCard
            key={discount.id}
            discount={discount}
            path={`invoicing.discounts.${String(place)}`}
            onChange={(what, change) =>
              editAccount(
                `Change the ${what} of ${discount.name}`,
                (now) => changeDiscount(now, discount.id, change),
                `discounts ${discount.id} ${what}`,
              )
            }
            onRemove={() => editAccount(`Remove ${discount.name}`, (now) => removeDiscount(now, discount.id))}
          />
        ))}
        <AddButton label="Add a discount" onAdd={() => editAccount('Add a discount', addDiscount)} />
      </Fold>
      <Fold title="Coupons" summary={coupons.length === 0 ? 'none' : plural(coupons.length, 'coupon')}>
        <p className={styles.hint}>A coupon takes its discount off once a dated change redeems it.</p>
        {coupons.map((coupon, place) => (
          <DiscountCard
            key={coupon.id}
            discount={coupon}
            path={`invoicing.coupons.${String(place)}`}
            onChange={(what, change) =>
              editAccount(
                `Change the ${what} of ${coupon.name}`,
                (now) => changeCoupon(now, coupon.id, change),
                `coupons ${coupon.id} ${what}`,
              )
            }
            onRemove={() => editAccount(`Remove ${coupon.name}`, (now) => removeCoupon(now, coupon.id))}
          >
            <CouponExtras coupon={coupon} />
          </DiscountCard>
        ))}
        <AddButton label="Add a coupon" onAdd={() => editAccount('Add a coupon', addCoupon)} />
      </Fold>
      <Fold
        title="Commitment"
        summary={commitment === undefined ? 'none' : commitmentInWords(commitment, currency)}
      >
        <Checkbox
          size="xs"
          label="A minimum or a maximum is agreed"
          checked={commitment !== undefined}
          onChange={(event) => {
            const agreed = event.currentTarget.checked
            editAccount(agreed ? 'Agree a commitment' : 'Take out the commitment', (now) =>
              setCommitment(now, agreed ? { per: 'month', minimum: '100' } : null),
            )
          }}
        />
        {commitment === undefined ? null : <CommitmentFields commitment={commitment} />}
      </Fold>
      <Fold
        title="Taxes"
        summary={
          taxes.length === 0 ? 'none' : taxes.map((tax) => `${tax.name} ${percent(tax.percent)}`).join(', ')
        }
      >
        <TaxTable taxes={taxes} />
      </Fold>
    </>
  )
}
