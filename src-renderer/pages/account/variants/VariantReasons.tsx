import type { Variant } from '#shared/analysis.ts'
import { WhyButton } from '#renderer/pages/why/WhyButton.tsx'

/** Asks why a variant costs what it does, and what makes it differ from the baseline, where it is not that itself. */
export const VariantReasons = ({
  variant,
  baseline,
}: {
  readonly variant: Variant
  readonly baseline: Variant | null
}) => (
  <>
    <WhyButton
      of={`the total of ${variant.name}`}
      reference={{ kind: 'variant', variant, of: { kind: 'total' } }}
    />
    {baseline === null ? null : (
      <WhyButton
        of={`the difference of ${variant.name} from ${baseline.name}`}
        reference={{ kind: 'variant', variant, of: { kind: 'difference', baseline } }}
      />
    )}
  </>
)
