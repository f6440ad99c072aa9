import { Checkbox, SegmentedControl } from '@mantine/core'
import type { Prepaid } from '#shared/prepaid.ts'
import { DecimalField } from '#renderer/fields/DecimalField.tsx'
import { money } from '#renderer/format/figures.ts'
import { useAccountProblem } from '#renderer/state/account-run.ts'
import { editAccount, type WindowAccount } from '#renderer/state/draft.ts'
import { Fold } from '../Fold.tsx'
import styles from '../inputs.module.css'

type Wallet = Extract<Prepaid, { kind: 'wallet' }>

const KINDS = [
  { value: 'asUsed', label: 'Paid as it is used' },
  { value: 'wallet', label: 'From a balance' },
]
const EMPTY: Wallet = { kind: 'wallet', balance: '0', autoTopUp: 'off' }

const setPrepaid = (label: string, change: (prepaid: Prepaid) => Prepaid): void =>
  editAccount(label, (account) => ({ ...account, prepaid: change(account.prepaid) }), `prepaid ${label}`)

const ofWallet =
  (change: (wallet: Wallet) => Wallet) =>
  (prepaid: Prepaid): Prepaid =>
    prepaid.kind === 'wallet' ? change(prepaid) : prepaid

function AutoTopUp({ wallet }: { readonly wallet: Wallet }) {
  const { autoTopUp } = wallet
  const amount = useAccountProblem('prepaid.autoTopUp.amount')
  const below = useAccountProblem('prepaid.autoTopUp.below')
  return (
    <>
      <Checkbox
        size="xs"
        label="Tops itself up"
        checked={autoTopUp !== 'off'}
        onChange={(event) => {
          const on = event.currentTarget.checked
          setPrepaid(
            on ? 'Turn auto top-up on' : 'Turn auto top-up off',
            ofWallet((now) => ({ ...now, autoTopUp: on ? {} : 'off' })),
          )
        }}
      />
      {autoTopUp === 'off' ? null : (
        <>
          <DecimalField
            label="By so much"
            value={autoTopUp.amount ?? null}
            none="as the plan says"
            problem={amount}
            onChange={(text) =>
              setPrepaid(
                'Change the auto top-up',
                ofWallet((now) => ({ ...now, autoTopUp: { ...autoTopUp, amount: text ?? undefined } })),
              )
            }
          />
          <DecimalField
            label="When it falls below"
            value={autoTopUp.below ?? null}
            none="as the plan says"
            problem={below}
            onChange={(text) =>
              setPrepaid(
                'Change when it tops itself up',
                ofWallet((now) => ({ ...now, autoTopUp: { ...autoTopUp, below: text ?? undefined } })),
              )
            }
          />
        </>
      )}
    </>
  )
}

/** How usage past the quota is paid on plans that sell it in advance. */
export function PrepaidFields({
  account,
  currency,
}: {
  readonly account: WindowAccount
  readonly currency: string
}) {
  const { prepaid } = account
  const balance = useAccountProblem('prepaid.balance')
  return (
    <Fold
      title="Prepaid balance"
      summary={prepaid.kind === 'asUsed' ? 'paid as it is used' : money(prepaid.balance, currency)}
    >
      <p className={styles.hint}>
        For plans that sell usage past the quota in advance. A balance may run out or expire; dated changes
        top it up.
      </p>
      <SegmentedControl
        aria-label="How prepaid usage is paid"
        data={KINDS}
        value={prepaid.kind}
        onChange={(kind) =>
          setPrepaid(kind === 'wallet' ? 'Pay from a balance' : 'Pay as it is used', () =>
            kind === 'wallet' ? EMPTY : { kind: 'asUsed' },
          )
        }
      />
      {prepaid.kind === 'wallet' ? (
        <>
          <DecimalField
            label="On hand at the start"
            value={prepaid.balance}
            problem={balance}
            onChange={(text) =>
              setPrepaid(
                'Change the prepaid balance',
                ofWallet((now) => ({ ...now, balance: text ?? '0' })),
              )
            }
          />
          <AutoTopUp wallet={prepaid} />
        </>
      ) : null}
    </Fold>
  )
}
