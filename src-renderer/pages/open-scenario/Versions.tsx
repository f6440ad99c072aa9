import { ActionIcon, Button, Popover, TextInput, Tooltip } from '@mantine/core'
import { type ReactNode, useRef, useState } from 'react'
import type { Revision } from '#shared/library.ts'
import type { WindowScenario } from '#shared/window-document.ts'
import { byId, useHandBack } from '#renderer/commands/hand-back.ts'
import { OWN_UNDO } from '#renderer/fields/own-undo.ts'
import { BESIDE_ITS_BUTTON } from '#renderer/commands/tooltip.ts'
import { moment } from '#renderer/format/moments.ts'
import { revertTo } from '#renderer/state/edits.ts'
import { nameProblem } from '#renderer/state/names.ts'
import { useOpenScenario } from '#renderer/state/open-scenario.ts'
import { nameVersion, useRevisions } from '#renderer/state/revisions.ts'
import { setView, useView } from '#renderer/state/view.ts'
import { oneStop } from '#renderer/tables/one-stop.ts'
import styles from './versions.module.css'

/** As many as a person looks through before asking for more. */
const PAGE = 100

/** `onDone` is told whether a key ended it, which had the focus in the field. */
function VersionName({
  revision,
  onDone,
}: {
  readonly revision: Revision
  readonly onDone: (byKey: boolean) => void
}) {
  const id = useOpenScenario((open) => open.document?.id)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [text, setText] = useState(revision.version ?? '')
  const tooLong = nameProblem(text)
  const name = async () => {
    if (id === undefined || tooLong !== null) return
    const refused = await nameVersion(id, revision.revision, text.trim() === '' ? null : text.trim())
    if (refused === null) onDone(true)
    else setRefusal(refused)
  }
  return (
    <TextInput
      {...OWN_UNDO}
      aria-label="Name of this version"
      placeholder="Name this version"
      className={styles.naming ?? ''}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      autoFocus
      error={tooLong ?? refusal}
      onBlur={() => {
        if (tooLong === null) onDone(false)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void name()
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onDone(true)
      }}
    />
  )
}

function Entry({ revision, newest }: { readonly revision: Revision; readonly newest: boolean }) {
  const [naming, setNaming] = useState(false)
  const takesOver = useRef(false)
  const done = (byKey: boolean) => {
    takesOver.current ||= byKey
    setNaming(false)
  }
  return (
    <li className={styles.entry}>
      <div className={styles.what}>
        {revision.version === null ? null : <strong>{revision.version}</strong>}
        <span>{revision.label}</span>
        <small>
          {moment(revision.at)}
          {newest ? ', now' : ''}
        </small>
      </div>
      {naming ? (
        <VersionName revision={revision} onDone={done} />
      ) : (
        <div className={styles.actions}>
          <Button
            ref={(button: HTMLButtonElement | null) => {
              if (takesOver.current) button?.focus()
              takesOver.current = false
            }}
            variant="subtle"
            size="compact-xs"
            onClick={() => setNaming(true)}
          >
            {revision.version === null ? 'Name this…' : 'Rename…'}
          </Button>
          {newest ? null : (
            <Button
              variant="subtle"
              size="compact-xs"
              onClick={() => {
                setView({ versions: false })
                void revertTo(revision.revision)
              }}
            >
              Go back to this
            </Button>
          )}
        </div>
      )}
    </li>
  )
}

const BUTTON_ID = 'versions-button'
const theButton = byId(BUTTON_ID)

function VersionList({ document }: { readonly document: WindowScenario }) {
  const list = useRef<HTMLDivElement>(null)
  useHandBack(list, theButton)
  const { revisions, problem } = useRevisions(document.id, document.revision)
  const [count, setCount] = useState(PAGE)
  const [named, setNamed] = useState(false)
  const shown = named ? revisions.filter(({ version }) => version !== null) : revisions
  return (
    <div ref={list}>
      <div className={styles.head}>
        <h2>Versions</h2>
        <Button
          variant={named ? 'light' : 'subtle'}
          color="gray"
          size="compact-xs"
          aria-pressed={named}
          onClick={() => setNamed(!named)}
        >
          Named only
        </Button>
      </div>
      {problem === null ? null : <p role="alert">{problem}</p>}
      <ol ref={oneStop} className={styles.list} aria-label="Versions, newest first">
        {shown.slice(0, count).map((revision) => (
          <Entry key={revision.revision} revision={revision} newest={revision === revisions[0]} />
        ))}
        {shown.length === 0 ? (
          <li className={styles.none}>{named ? 'No version has a name yet.' : 'Nothing yet.'}</li>
        ) : null}
      </ol>
      {shown.length > count ? (
        <Button variant="subtle" size="compact-xs" onClick={() => setCount(count + PAGE)}>
          Show older
        </Button>
      ) : null}
    </div>
  )
}

/** Lists the open scenario's revisions, to name one or go back to one. */
export function VersionsButton({ icon }: { readonly icon: ReactNode }) {
  const opened = useView((view) => view.versions)
  const document = useOpenScenario((open) => open.document)
  return (
    <Popover
      opened={opened}
      onChange={(open) => setView({ versions: open })}
      width={360}
      position="bottom-start"
      trapFocus
      returnFocus
      withinPortal
    >
      <Popover.Target>
        <Tooltip label="Versions (V)" disabled={opened} {...BESIDE_ITS_BUTTON}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={24}
            id={BUTTON_ID}
            aria-label="Versions (V)"
            onClick={() => setView({ versions: !opened })}
          >
            {icon}
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label="Versions">
        {document ? <VersionList key={document.id} document={document} /> : null}
      </Popover.Dropdown>
    </Popover>
  )
}
