import { Button, Modal } from '@mantine/core'
import type { OnExisting } from '#shared/bundle.ts'
import { moment } from '#renderer/format/moments.ts'
import { endExchange, type Exchange, importBundle, useExchange } from '#renderer/state/exchange.ts'
import styles from './frame.module.css'

function Exists({ exchange }: { readonly exchange: Extract<Exchange, { kind: 'exists' }> }) {
  const { existing } = exchange.outcome
  const importAs = (onExisting: OnExisting) => void importBundle(exchange.file, onExisting, exchange.unkept)
  const where = existing.deletedAt === null ? '' : ', which lies in the bin'
  return (
    <div className={styles.dialog}>
      <p>
        You have this scenario already{where}: “{existing.name}”, changed {moment(existing.updatedAt)}.
        Replacing it is an edit that can be undone.
      </p>
      <div className={styles.buttons}>
        <Button variant="default" size="compact-sm" onClick={endExchange}>
          Cancel
        </Button>
        <Button variant="default" size="compact-sm" onClick={() => importAs('replace')}>
          Replace
        </Button>
        <Button size="compact-sm" data-autofocus onClick={() => importAs('copy')}>
          Keep both
        </Button>
      </div>
    </div>
  )
}

function Refused({ exchange }: { readonly exchange: Extract<Exchange, { kind: 'refused' }> }) {
  return (
    <div className={styles.dialog}>
      <p>Nothing was imported. What is wrong with it:</p>
      <ul className={styles.problems} tabIndex={0} aria-label="Problems">
        {exchange.problems.map(({ code, message, path }, place) => (
          <li key={`${String(place)} ${code} ${path}`}>
            {message}
            {path === '' ? null : <code>{path}</code>}
          </li>
        ))}
      </ul>
      <div className={styles.buttons}>
        <Button size="compact-sm" onClick={endExchange} data-autofocus>
          Close
        </Button>
      </div>
    </div>
  )
}

function titleOf(exchange: Exchange): string {
  switch (exchange.kind) {
    case 'none':
      return ''
    case 'exists':
      return `Import “${exchange.outcome.name}”`
    case 'refused':
      return `${exchange.file} cannot be imported`
  }
}

/** What an import asks, and why one was refused. */
export function ImportDialogs() {
  const exchange = useExchange((state) => state.exchange)
  return (
    <Modal
      opened={exchange.kind !== 'none'}
      onClose={endExchange}
      title={titleOf(exchange)}
      size={520}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {exchange.kind === 'exists' ? <Exists exchange={exchange} /> : null}
      {exchange.kind === 'refused' ? <Refused exchange={exchange} /> : null}
    </Modal>
  )
}
