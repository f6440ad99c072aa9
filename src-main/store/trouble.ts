import type { Backup, StoreTrouble } from '#shared/store.ts'

/** What became of the file that was to be opened. */
export interface Trouble extends Pick<StoreTrouble, 'setAside' | 'offered'> {
  readonly kind: Exclude<StoreTrouble['kind'], 'readOnly'>
  /** How many documents are in the store nevertheless. */
  readonly documents: number
  /** And how many of these without their older versions. */
  readonly withoutVersions: number
  /** The names of those among them whose last state is lost. */
  readonly lost: readonly string[]
}

type Salvaged = Pick<Trouble, 'documents' | 'withoutVersions' | 'lost'>

/** Tells the person whose documents they are what happened to them, and what can be done. */
export function troubleOf({ kind, setAside, offered, ...salvaged }: Trouble): StoreTrouble {
  const { documents } = salvaged
  const sentences = [
    WHAT_HAPPENED[kind],
    setAside === null ? '' : whereItLies(kind, setAside),
    documents === 0 || IS_WORKED_ON.has(kind) ? '' : salvageOf(salvaged),
    offerOf(offered, documents > 0),
  ]
  return { kind, message: sentences.filter(Boolean).join(' '), setAside, offered }
}

/**
 * The same of a store that may only be read, which was looked at in a copy: nothing was set aside in its place, and
 * nothing can be restored there.
 */
export function troubleReadingOnly(ofCopy: StoreTrouble | null, salvaged: Salvaged): StoreTrouble {
  const nothing = { setAside: null, offered: null }
  if (!ofCopy) return { kind: 'readOnly', message: WHAT_HAPPENED.readOnly, ...nothing }
  const { kind } = ofCopy
  const read = salvaged.documents === 0 ? 'Nothing in it can be read.' : salvageOf(salvaged)
  const sentences = [WHAT_HAPPENED[kind], IS_WORKED_ON.has(kind) ? '' : read, LEFT_AS_IT_IS]
  return { kind, message: sentences.filter(Boolean).join(' '), ...nothing }
}

const LEFT_AS_IT_IS =
  'Tierwise may not write to the folder of your documents, so the file was left as it is and nothing can be changed.'

/** The file itself is the one that is worked on, without what was changed last. */
const IS_WORKED_ON: ReadonlySet<StoreTrouble['kind']> = new Set(['lostLog'])

const WHAT_HAPPENED: Readonly<Record<StoreTrouble['kind'], string>> = {
  corrupt: 'The file of your documents is damaged, so Tierwise could not open it.',
  newerVersion:
    'Your documents were last used with a newer Tierwise, which this one cannot read. Update Tierwise.',
  missing: 'The file of your documents is gone from its folder.',
  lostChanges:
    'The last changes to your documents were damaged on the disk, so what is here may be as it was before some of them.',
  lostLog:
    'The last changes to your documents were in a file beside them that is gone, tierwise.db-wal, so what is here may be as it was before them.',
  readOnly:
    'Tierwise may not write to the folder of your documents. You can read them, but nothing can be changed.',
}

function whereItLies(kind: Trouble['kind'], file: string): string {
  if (kind === 'missing') return `One that could not be opened before was kept as ${file}.`
  if (kind === 'lostLog') return `The file as it was found was kept as ${file}.`
  if (kind === 'lostChanges') return `The file and what is left of the changes were kept as ${file}.`
  return `The file was kept as ${file}.`
}

const salvageOf = ({ documents, withoutVersions, lost }: Salvaged): string =>
  [wholeOf(documents - lost.length, withoutVersions), lostOf(lost)].filter(Boolean).join(' ')

function wholeOf(documents: number, withoutVersions: number): string {
  if (documents === 0) return ''
  const found =
    documents === 1
      ? 'One document in it could still be read and is here'
      : `${documents} documents in it could still be read and are here`
  if (withoutVersions === 0) return `${found}.`
  const last =
    documents === 1
      ? 'as it was last but without its older versions'
      : 'as they were last but without their older versions'
  return withoutVersions === documents
    ? `${found}, ${last}.`
    : `${found}, ${withoutVersions} of them ${last}.`
}

const MOST_NAMED = 5

function lostOf(names: readonly string[]): string {
  const named = names.slice(0, MOST_NAMED).map((name) => `“${name}”`)
  const more = names.length - named.length
  const [last = '', ...others] = (more > 0 ? [...named, `${more} more`] : named).toReversed()
  if (others.length > 0)
    return `The last states of ${names.length} documents could not be read: ${others.toReversed().join(', ')} and ${last}. They are listed, and you can go back to those of their older versions that are sound.`
  return last === ''
    ? ''
    : `The last state of ${last} could not be read. It is listed, and you can go back to those of its older versions that are sound.`
}

function offerOf(offered: Backup | null, hasDocuments: boolean): string {
  if (!offered) {
    return hasDocuments
      ? 'There is no sound backup to compare them with.'
      : 'There is no sound backup, so Tierwise starts without documents.'
  }
  const date = offered.at.slice(0, 10)
  const day = offered.isAhead ? `${date} (later than the clock of this machine says)` : date
  return hasDocuments
    ? `If any are missing: there is a sound backup of ${day}, which you can restore in place of what is here now.`
    : `Tierwise starts without documents; there is a sound backup of ${day}, which you can restore.`
}
