import { Button, Modal } from '@mantine/core'
import { OWN_UNDO } from '#renderer/fields/own-undo.ts'
import { onMainKey } from '#renderer/fields/main-key.ts'
import { credits } from '#renderer/format/figures.ts'
import { useAccount, type WindowAccount } from '#renderer/state/draft.ts'
import { useResults } from '#renderer/state/results.ts'
import type { Where } from '#renderer/state/account-edits/workspaces.ts'
import { take } from '../edit-people.ts'
import { accountNow, go } from '../grid-actions.ts'
import { usablesOf } from '#renderer/state/used-as.ts'
import { closeDialog, say, useGrid } from '../use-grid.ts'
import { PasteChoices } from './PasteChoices.tsx'
import { PasteOutcome } from './PasteOutcome.tsx'
import { PastePreview } from './PastePreview.tsx'
import type { ReadPeople } from './read-people.ts'
import { type Pasting, usePaste } from './use-paste.ts'
import styles from './paste.module.css'

/** A list from a spreadsheet: what is understood of it is shown before anybody is added. */
export function PasteDialog() {
  const dialog = useGrid((grid) => grid.dialog)
  const account = useAccount()
  const opened = dialog.kind === 'paste' && account !== null
  return (
    <Modal
      opened={opened}
      onClose={closeDialog}
      title="Paste people"
      size={760}
      returnFocus={false}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {opened ? <PasteForm first={dialog.text} account={account} /> : null}
    </Modal>
  )
}

function PasteForm({ first, account }: { readonly first: string; readonly account: WindowAccount }) {
  const catalog = useResults((results) => results.catalog)
  const usables = usablesOf(catalog, account.plan)
  const where = catalog?.consolidation?.value ?? null
  const pasting = usePaste(first, account, where !== null)
  const { read, cells } = pasting
  const isEmpty = cells.length === 0

  function add(): void {
    if (read.people.length === 0) return
    takeAll(pasting, where, usables.find(({ key }) => key === pasting.usable) ?? usables[0] ?? null)
  }

  return (
    <div className={styles.form} onKeyDown={onMainKey(add)}>
      <p className={styles.about}>
        Rows from a spreadsheet, in any order of columns. A person is named by name, or by what stands before
        the @ where there is no name; mail addresses are not kept.
      </p>
      <textarea
        {...OWN_UNDO}
        className={styles.text}
        data-filled={!isEmpty || undefined}
        aria-label="The list"
        placeholder={'Ann Lee\tann@example.com\tSupport\tFull'}
        spellCheck={false}
        value={pasting.text}
        onChange={(event) => pasting.setText(event.currentTarget.value)}
        data-autofocus={isEmpty || undefined}
      />
      {isEmpty ? null : (
        <>
          <PastePreview pasting={pasting} />
          <PasteChoices
            pasting={pasting}
            usables={usables}
            hasWorkspaces={where !== null}
            setsUsageAsAWhole={account.usage.kind !== 'streams'}
          />
          <PasteOutcome read={read} />
        </>
      )}
      <div className={styles.buttons}>
        <Button variant="default" size="compact-sm" onClick={closeDialog}>
          Cancel
        </Button>
        <Button
          size="compact-sm"
          disabled={read.people.length === 0}
          data-autofocus={!isEmpty || undefined}
          onClick={add}
        >
          {whatHappens(read)}
        </Button>
      </div>
    </div>
  )
}

function whatHappens({ added, changed }: ReadPeople): string {
  if (added === 0 && changed > 0) return `Change ${credits(changed)}`
  return changed === 0 ? `Add ${credits(added)}` : `Add ${credits(added)}, change ${credits(changed)}`
}

/** Of the new workspaces those that anybody is in who is taken. */
function inUse({ people, newWorkspaces }: ReadPeople): readonly string[] {
  const used = new Set(people.map(({ workspace }) => workspace))
  return newWorkspaces.filter((name) => used.has(name))
}

function takeAll(
  { read, seat, teams, makesWorkspaces }: Pasting,
  where: Where | null,
  usedAs: { readonly product: string; readonly model: string } | null,
): void {
  const first = accountNow()?.members.length ?? 0
  const making = where === null || !makesWorkspaces ? null : { names: inUse(read), where }
  const used = usedAs && { product: usedAs.product, model: usedAs.model }
  take(read.people, { seat, teams, making, usedAs: used })
  closeDialog()
  if (read.added > 0) go(first, 'name')
  say(
    read.changed === 0
      ? `Added ${credits(read.added)}.`
      : `Added ${credits(read.added)}, changed ${credits(read.changed)}.`,
  )
}
