import { openStore } from '#main/store/index.ts'
import { ScenarioContent } from '#shared/library.ts'
import type { ModelledUsage, UsageStream } from '#shared/usage.ts'
import { valueOf } from '../../store/support.ts'

/** A year of Creator in April 2026 with overage, its usage open: 100,000 credits a month are in the price of $22. */
export const leaveUsage =
  (usage: ModelledUsage, months = 12) =>
  (folder: string): void => {
    const store = valueOf(openStore({ folder }))
    const content = ScenarioContent.parse({
      scenario: {
        schemaVersion: 1,
        name: 'Acme',
        catalog: 'elevenlabs-2026-04',
        plan: 'creator',
        start: '2026-01-01',
        months,
        overage: { optIn: true },
        members: [{ id: 'Ann', role: 'admin', seat: 'full' }],
        apiKeys: [{ id: 'voice-bot', member: 'Ann' }],
        usage,
      },
    })
    const { id } = valueOf(store.library.create({ name: 'Acme', document: { kind: 'scenario', content } }))
    valueOf(store.settings.change({ openInputs: ['usage'], lastScenario: id }))
    store.close()
  }

export const QUOTA_EACH_MONTH: ModelledUsage = {
  kind: 'pattern',
  monthly: '100000',
  pattern: { kind: 'flat' },
}

/** Of a year; the second step is in month 8. */
export const IN_STEPS: ModelledUsage = {
  kind: 'pattern',
  monthly: '100000',
  pattern: {
    kind: 'steps',
    steps: [
      { month: 4, multiple: '2' },
      { month: 8, multiple: '0.5' },
    ],
  },
  weekdays: { mon: 100, tue: 100, wed: 80, thu: 100, fri: 60, sat: 20, sun: 0 },
}

export const A_SEASON: ModelledUsage = {
  kind: 'series',
  credits: [90, 110, 121, 90, 80, 150, 160, 180, 140, 120, 100, 130].map((thousands) => `${thousands}000`),
}

const USED = [
  ['text-to-speech', 'Multilingual v2'],
  ['studio', 'Eleven v3'],
  ['text-to-speech-api', 'Flash v2.5'],
  ['voice-changer', 'Standard'],
  ['music', 'Standard'],
] as const

/** Streams of several products, of which one cannot be priced, some of them Ann's or growing. */
export const manyStreams = (count: number): ModelledUsage => ({
  kind: 'streams',
  streams: Array.from({ length: count }, (_, index): UsageStream => {
    const [product, model] = USED[index % USED.length] ?? USED[0]
    return {
      id: `stream ${index}`,
      product,
      model,
      monthly: String(100 * (index + 1)),
      ...(index % 3 === 0 ? { member: 'Ann' } : {}),
      pattern: index % 4 === 0 ? { kind: 'growth', percent: '5' } : { kind: 'flat' },
    }
  }),
})
