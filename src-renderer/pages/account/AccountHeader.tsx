import { Button, Select } from '@mantine/core'
import type { Problem } from '#shared/problem.ts'
import { IconBookmarkFilled, IconBookmarkPlus, IconFileSpreadsheet, IconHelp } from '@tabler/icons-react'
import { chordText } from '#renderer/commands/accelerators.ts'
import { accountInWords, accountRefused } from '#renderer/finding/account-in-words.ts'
import { accountTerms } from '#renderer/finding/account-terms.ts'
import { isOfTheMoment } from '#renderer/queries/of-the-moment.ts'
import { wholePercent } from '#renderer/format/percent.ts'
import { Answer, AnswerHeader } from '#renderer/pages/open-scenario/AnswerHeader.tsx'
import { HeadButton } from '#renderer/pages/open-scenario/ScenarioHead.tsx'
import { cancelRun, runAgain, showAccount, useAccountRun } from '#renderer/state/account-run.ts'
import { keepAsVariant, useKeptVariant } from '#renderer/state/keep-variant.ts'
import { useOpenScenario } from '#renderer/state/open-scenario.ts'
import { MOST_COMPARED } from '#renderer/state/account-edits/variants.ts'
import { askWhy } from '#renderer/state/why.ts'
import { saveWorkbook } from '#renderer/state/save-file.ts'
import styles from './account.module.css'
import { LongQuestions } from './LongQuestions.tsx'
import { HeldBy } from './HeldBy.tsx'
import { ProblemLinks } from './ProblemLinks.tsx'
import { ResultTabs } from './ResultTabs.tsx'

function Terms() {
  const opened = useAccountRun((run) => run.opened)
  return opened === null ? '' : accountTerms(opened)
}

function Finding() {
  const opened = useAccountRun((run) => run.opened)
  const refused = useAccountRun((run) => run.refused)
  const months = useAccountRun((run) => run.months)
  return (
    <Answer
      finding={opened ? accountInWords(opened, months) : UNDER_WAY}
      refusal={refused.length === 0 ? null : accountRefused(refused, opened?.planName ?? null)}
      mend={isOfAccount(refused) ? <Mend problems={refused} /> : null}
    />
  )
}

/** Whether it is the account that is wrong, and not the billing that did not come to its end. */
const isOfAccount = ([first]: readonly Problem[]): boolean =>
  first !== undefined && !first.code.startsWith('result.')

const Mend = ({ problems }: { readonly problems: readonly Problem[] }) => (
  <div className={styles.mend}>
    <ProblemLinks problems={problems} />
    <HeldBy />
  </div>
)

const UNDER_WAY = { headline: 'The account is being billed', detail: '' }

const MAIN = ''

/** Which account is looked at, where a workspace went on by itself. */
function AccountPicker() {
  const opened = useAccountRun((run) => run.opened)
  const account = useAccountRun((run) => run.account)
  if (opened === null || opened.separateAccounts.length === 0) return null
  const nameOf = (workspace: string) =>
    opened.workspaces.find(({ id }) => id === workspace)?.name ?? workspace
  return (
    <Select
      aria-label="Account shown"
      data={[
        { value: MAIN, label: 'Billed together' },
        ...opened.separateAccounts.map((separate) => ({
          value: separate.account,
          label: `${nameOf(separate.workspace)}, by itself from ${separate.start}`,
        })),
      ]}
      value={account ?? MAIN}
      allowDeselect={false}
      onChange={(value) => showAccount(value === MAIN ? null : value)}
    />
  )
}

/** How far a run is that takes long enough to be waited for. */
function Progress() {
  const progress = useAccountRun((run) => run.progress)
  const isEnded = useAccountRun((run) => isOfTheMoment(run.refused))
  return (
    <div className={styles.progress} role="status">
      {isEnded ? (
        <Button size="compact-xs" variant="default" onClick={runAgain}>
          Bill it again
        </Button>
      ) : null}
      {progress === null ? null : (
        <>
          <span>Billing the account: {wholePercent(progress)}</span>
          <progress value={progress} aria-label="How much of it is billed" />
          <Button size="compact-xs" variant="default" onClick={cancelRun}>
            Cancel
          </Button>
        </>
      )}
      <LongQuestions />
    </div>
  )
}

/** All of the result as a workbook; how far that is and how it is called off is told over every screen. */
function SaveWorkbook() {
  const document = useOpenScenario((open) => open.document?.id ?? null)
  if (document === null) return null
  return (
    <span className={styles.save}>
      <HeadButton
        label={`Save the result as a workbook (${chordText('CmdOrCtrl+Shift+X')})`}
        icon={<IconFileSpreadsheet size={16} stroke={1.6} />}
        onClick={() => void saveWorkbook(document)}
      />
    </span>
  )
}

/** Why the account comes to what the headline says. */
function WhyTotal() {
  const isThere = useAccountRun((run) => run.opened !== null)
  return isThere ? (
    <span className={styles.save}>
      <HeadButton
        label="Why: the total"
        icon={<IconHelp size={16} stroke={1.6} />}
        onClick={() => askWhy({ kind: 'total' })}
      />
    </span>
  ) : null
}

/** One press keeps what is on screen as a variant; what it would keep is told by the mark once it is kept. */
function KeepVariant() {
  const { kept, count } = useKeptVariant()
  const isFull = count >= MOST_COMPARED
  const told =
    kept === null ? '' : `Kept as the variant “${kept}”, ${String(count)} of ${String(MOST_COMPARED)}`
  const full = isFull
    ? `There are ${String(MOST_COMPARED)} variants: no more can be kept`
    : 'Keep this as a variant'
  return (
    <span className={styles.save}>
      <HeadButton
        label={kept === null ? full : told}
        icon={kept === null ? <IconBookmarkPlus size={16} stroke={1.6} /> : <IconBookmarkFilled size={16} />}
        disabled={kept !== null || isFull}
        onClick={keepAsVariant}
      />
      <span role="status" className="visually-hidden">
        {told}
      </span>
    </span>
  )
}

/** What the account comes to, and which view of it is shown. */
export const AccountHeader = () => (
  <AnswerHeader terms={<Terms />} answer={<Finding />}>
    <div className={styles.bar}>
      <ResultTabs />
      <Progress />
      <AccountPicker />
      <WhyTotal />
      <KeepVariant />
      <SaveWorkbook />
    </div>
  </AnswerHeader>
)
