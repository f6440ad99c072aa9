import { createElement } from 'react'
import type { ChangeKind } from '#renderer/finding/change-in-words.ts'
import { iconOf } from './change-forms.ts'

/** The sign of a kind of change, beside words that say the same. */
export const KindIcon = ({ kind }: { readonly kind: ChangeKind }) =>
  createElement(iconOf(kind), { size: 14, 'aria-hidden': true })
