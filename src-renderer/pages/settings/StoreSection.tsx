import { Button, CopyButton } from '@mantine/core'
import { problemCount } from '#shared/problem-list.ts'
import { bytes } from '#renderer/format/bytes.ts'
import { credits, plural } from '#renderer/format/figures.ts'
import { useAbout } from '#renderer/state/about.ts'
import { call } from '#renderer/state/answers.ts'
import { KeptButton } from '#renderer/pages/KeptButton.tsx'
import { checkStore, useStore, useStoreInfo } from '#renderer/state/store-upkeep.ts'
import { Row, Section } from './Section.tsx'
import styles from './settings.module.css'

function CheckResult() {
  const check = useStore((store) => store.check)
  const checking = useStore((store) => store.busy === 'check')
  if (checking) return <span role="status">Checking…</span>
  if (!check) return <span className={styles.quiet}>Reads every document and looks for damage.</span>
  if (check.findings.length === 0) {
    return <span role="status">Sound: {plural(check.checkedDocuments, 'document')} checked.</span>
  }
  return (
    <div role="alert">
      <p className={styles.refused}>{plural(problemCount(check.findings), 'thing')} found:</p>
      <ul className={styles.findings}>
        {check.findings.map(({ code, message, path }, place) => (
          <li key={`${String(place)} ${code} ${path}`}>
            {message} {path === '' ? null : <code>{path}</code>}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Where the documents are. */
export function StoreSection() {
  const info = useStoreInfo()
  const busy = useStore((store) => store.busy)
  const hasDialogs = useAbout().hasDialogs
  return (
    <Section name="store" note="Everything stays on this machine, in one file.">
      <Row
        label="Folder"
        actions={
          info ? (
            <>
              <CopyButton value={info.folder} timeout={1500}>
                {({ copied, copy }) => (
                  <Button variant="default" size="compact-xs" onClick={copy}>
                    {copied ? 'Copied' : 'Copy path'}
                  </Button>
                )}
              </CopyButton>
              {hasDialogs ? (
                <Button variant="default" size="compact-xs" onClick={() => void call('files.showStore', {})}>
                  Show folder
                </Button>
              ) : null}
            </>
          ) : null
        }
      >
        <code>{info?.folder}</code>
      </Row>
      <Row label="Holds">
        {info
          ? `${plural(info.documents, 'document')}, ${credits(info.revisions)} ${info.revisions === 1 ? 'revision' : 'revisions'}, ${bytes(info.bytes)}`
          : null}
      </Row>
      <Row
        label="Check"
        actions={
          <KeptButton
            variant="default"
            size="compact-xs"
            idle={busy !== null}
            onClick={() => void checkStore()}
          >
            Check store
          </KeptButton>
        }
      >
        <CheckResult />
      </Row>
      {info?.setAside.map((file) => (
        <Row key={file} label="Set aside">
          <p>Something was wrong with this file of documents, so it was kept as it was:</p>
          <code>{file}</code>
          <p className={styles.quiet}>
            If it is of a newer Tierwise, that one reads it in the place of tierwise.db, put there while
            Tierwise is stopped. Delete it when you need nothing of it any more.
          </p>
        </Row>
      ))}
    </Section>
  )
}
