import { isBelow } from '#renderer/state/account-run.ts'
import { openPart } from '#renderer/state/settings.ts'
import { want } from '#renderer/state/wanted.ts'
import { leaveWhyAside } from '#renderer/state/why.ts'
import { type InputPart, INPUT_PARTS } from './inputs/parts.tsx'
import styles from '#renderer/pages/why/why.module.css'

/** The parts of the inputs that have some fields, those of the first field first. */
const partsWith = (fields: readonly string[]): readonly InputPart[] => [
  ...new Set(
    fields.flatMap((field) =>
      INPUT_PARTS.filter((part) => part.fields.some((one) => isBelow(field, one))).slice(0, 1),
    ),
  ),
]

function goTo({ id }: InputPart): void {
  leaveWhyAside()
  openPart(id)
  want(`part ${id}`)
}

/** Leads to the inputs that decide what is explained. */
export function DecidingInputs({ fields }: { readonly fields: readonly string[] }) {
  return (
    <>
      <h3>What decides it</h3>
      <ul className={styles.inputs}>
        {partsWith(fields).map((part) => (
          <li key={part.id}>
            <button type="button" className={styles.on} onClick={() => goTo(part)}>
              {part.title}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
