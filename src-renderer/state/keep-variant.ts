import { useMemo } from 'react'
import { canonicalJson } from '#shared/canonical-json.ts'
import type { Catalog } from '#shared/catalog.ts'
import type { Variant } from '#shared/variant.ts'
import type { WindowContent } from '#shared/window-document.ts'
import { asItIsNow } from './account-edits/as-it-is-now.ts'
import { addVariants, variantsOf } from './account-edits/variants.ts'
import { contentNow, editContent, useContent } from './draft.ts'
import { useResults } from './results.ts'

const terms = ({ name: _name, ...says }: Variant): string => canonicalJson(says)

/** Keeps the account as it is on screen beside the variants it is compared with; it changes nothing where it is full. */
export function keepAsVariant(): void {
  const content = contentNow()
  if (content === null) return
  const variant = asItIsNow(content.scenario, useResults.getState().catalog)
  const label = `Keep “${variant.name}” as a variant`
  editContent({ label, of: label, change: (before) => addVariants(before, [variant]) })
}

/** The name of the variant that says the same as the account, whatever it is called; null where there is none. */
export function keptIn(content: WindowContent, catalog: Catalog | null): string | null {
  const now = terms(asItIsNow(content.scenario, catalog))
  return variantsOf(content).find((variant) => terms(variant) === now)?.name ?? null
}

/** The variant that is the account as it is on screen, and how many there are. */
export function useKeptVariant(): { readonly kept: string | null; readonly count: number } {
  const content = useContent()
  const catalog = useResults((results) => results.catalog)
  const kept = useMemo(() => (content === null ? null : keptIn(content, catalog)), [content, catalog])
  return { kept, count: content === null ? 0 : variantsOf(content).length }
}
