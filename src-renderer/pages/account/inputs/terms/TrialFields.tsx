import { Checkbox } from '@mantine/core'
import { DecimalField } from '#renderer/fields/DecimalField.tsx'
import { NumberField } from '#renderer/fields/NumberField.tsx'
import { creditsInWords, plural } from '#renderer/format/figures.ts'
import { useAccountProblem } from '#renderer/state/account-run.ts'
import { editAccount, type WindowAccount } from '#renderer/state/draft.ts'
import { Fold } from '../Fold.tsx'

type Trial = NonNullable<WindowAccount['trial']>

const USUAL: Trial = { days: 14, credits: '10000', creditsExpire: true }

const setTrial = (label: string, change: (trial: Trial) => Trial | undefined): void =>
  editAccount(label, (account) => ({ ...account, trial: change(account.trial ?? USUAL) }), `trial ${label}`)

/** Free days before the first term. */
export function TrialFields({ account }: { readonly account: WindowAccount }) {
  const { trial } = account
  const days = useAccountProblem('trial.days')
  const credits = useAccountProblem('trial.credits')
  return (
    <Fold
      title="Trial"
      summary={
        trial === undefined ? 'none' : `${plural(trial.days, 'day')}, ${creditsInWords(trial.credits)}`
      }
    >
      <Checkbox
        size="xs"
        label="Begins with free days"
        checked={trial !== undefined}
        onChange={(event) =>
          event.currentTarget.checked
            ? setTrial('Begin with a trial', () => USUAL)
            : setTrial('Take out the trial', () => undefined)
        }
      />
      {trial === undefined ? null : (
        <>
          <NumberField
            label="Days"
            value={trial.days}
            min={1}
            max={365}
            problem={days}
            onChange={(value) => setTrial('Change the days of the trial', (now) => ({ ...now, days: value }))}
          />
          <DecimalField
            label="Credits"
            value={trial.credits}
            problem={credits}
            onChange={(text) =>
              setTrial('Change the credits of the trial', (now) => ({ ...now, credits: text ?? '0' }))
            }
          />
          <Checkbox
            size="xs"
            label="What is left of them expires with the trial"
            checked={trial.creditsExpire}
            onChange={(event) => {
              const creditsExpire = event.currentTarget.checked
              setTrial('Change what becomes of the trial’s credits', (now) => ({ ...now, creditsExpire }))
            }}
          />
        </>
      )}
    </Fold>
  )
}
