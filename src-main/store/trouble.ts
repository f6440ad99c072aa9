import type { Backup, StoreTrouble } from '#shared/store.ts'

/** Tells the person whose documents they are what happened to them, and what can be done. */
export function troubleOf(
  kind: StoreTrouble['kind'],
  setAside: string | null,
  offered: Backup | null,
): StoreTrouble {
  const sentences = [
    WHAT_HAPPENED[kind],
    setAside === null ? '' : `The file was kept, unchanged, as ${setAside}.`,
    kind === 'readOnly' ? '' : offerOf(offered),
  ]
  return { kind, message: sentences.filter(Boolean).join(' '), setAside, offered }
}

const WHAT_HAPPENED: Readonly<Record<StoreTrouble['kind'], string>> = {
  corrupt: 'The file of your documents is damaged, so Tierwise could not open it.',
  newerVersion:
    'Your documents were last used with a newer Tierwise, which this one cannot read. Update Tierwise.',
  missing: 'The file of your documents is gone from its folder.',
  readOnly:
    'Tierwise may not write to the folder of your documents. You can read them, but nothing can be changed.',
}

const offerOf = (offered: Backup | null): string =>
  offered
    ? `There is a sound backup of ${offered.at.slice(0, 10)}, which you can restore.`
    : 'There is no sound backup, so Tierwise starts without documents.'
