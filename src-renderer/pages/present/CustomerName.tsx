import { useEffect, useRef } from 'react'
import type { CustomerPage } from '#shared/customer-page.ts'
import { TextField } from '#renderer/fields/TextField.tsx'
import { sayAbout } from '#renderer/state/about-scenario.ts'
import styles from './present.module.css'

const MOST_NAME = 1000

/** Whose page it is; where nobody said, a field to say it in. */
export function CustomerName({ page: { customer } }: { readonly page: CustomerPage }) {
  return customer === '' ? <Unnamed /> : <h1 className={styles.customer}>{customer}</h1>
}

function Unnamed() {
  const field = useRef<HTMLDivElement>(null)
  // What the page lacks is the first thing that is said on it; who is at a slider already stays there.
  useEffect(() => {
    const isAtField = document.activeElement?.matches('main input') === true
    if (!isAtField) field.current?.querySelector('input')?.focus()
  }, [])
  return (
    <div className={styles.unnamed}>
      <h1 className={styles.unsaid}>Your plans</h1>
      <div className="screen-only" ref={field}>
        <TextField
          label="Whose page is it?"
          hint="The customer’s name stands here, on the PDF and in its file’s name. It is kept with the scenario."
          placeholder="Name of the customer"
          value=""
          most={MOST_NAME}
          onChange={(text) => sayAbout('customer', { customer: text })}
        />
      </div>
    </div>
  )
}
