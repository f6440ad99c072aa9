import { type Cases, NOT_AN_OBJECT, WRITTEN_OUT } from './case.ts'

const COMPARED = { kind: 'compared', plan: 'pro', of: { kind: 'total' } } as const

/** Why plans that are compared come to what they do. */
export const EXPLAIN_COMPARED_CASES: Cases<'analysis.explainCompared'> = {
  good: [
    { catalog: 'elevenlabs-2026-04', usage: '400000', reference: COMPARED },
    { catalog: WRITTEN_OUT, usage: '0', months: 1, reference: COMPARED },
  ],
  bad: [
    ...NOT_AN_OBJECT,
    { catalog: 'dodo-elevenlabs', usage: '1', reference: { ...COMPARED, plan: 'none' } },
    { catalog: 'dodo-elevenlabs', usage: 'many', reference: COMPARED },
    { catalog: 'dodo-elevenlabs', usage: '1', reference: COMPARED.of },
    { catalog: 'elevenlabs-1999-01', usage: '1', reference: COMPARED },
    { catalog: { ...WRITTEN_OUT, plans: [] }, usage: '1', reference: COMPARED },
  ],
}

export const COMPARE_MANY_CASES: Cases<'analysis.compareMany'> = {
  good: [
    { catalog: 'elevenlabs-2026-04', usages: ['400000', '0', '400000.5'], months: 1 },
    // The last is more than can be billed in a year: it alone is refused.
    { catalog: WRITTEN_OUT, usages: ['1', '9000000000'], focus: 'pro' },
  ],
  bad: [
    ...NOT_AN_OBJECT,
    { catalog: 'dodo-elevenlabs', usages: [] },
    { catalog: 'dodo-elevenlabs', usages: ['-1'] },
    { catalog: 'dodo-elevenlabs', usages: Array.from({ length: 33 }, () => '1') },
    { catalog: 'elevenlabs-1999-01', usages: ['1'] },
    { catalog: { ...WRITTEN_OUT, plans: [] }, usages: ['1'] },
  ],
}
