import { inkVariable, planInks } from '#renderer/theme/plan-colors.ts'

/** A short piece of a plan's line, colour and dashes, beside its name. */
export function Swatch({ ink }: { readonly ink: string }) {
  return (
    <svg width={18} height={8} aria-hidden style={{ flex: 'none' }}>
      <line
        x1={0}
        x2={18}
        y1={4}
        y2={4}
        stroke={inkVariable(ink)}
        strokeWidth={2.5}
        strokeDasharray={planInks.get(ink)?.dash ?? ''}
      />
    </svg>
  )
}
