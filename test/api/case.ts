import { presets } from '#main/catalogs/index.ts'
import type { Input, Method } from '#shared/api.ts'
import type { Catalog } from '#shared/catalog.ts'

const [preset] = presets
if (!preset) throw new Error('there are no presets')

/** A catalogue that is written out in the input instead of named. */
export const WRITTEN_OUT: Catalog = { ...structuredClone(preset), id: 'written-out', name: 'Written out' }

export const SCENARIO: Input<'scenarios.run'> = {
  schemaVersion: 1,
  name: 'Two months',
  catalog: 'elevenlabs-2026-04',
  plan: 'creator',
  start: '2026-01-31',
  months: 2,
  overage: { optIn: true },
  usage: { kind: 'series', credits: ['90000', '130000.5'] },
}

export interface Cases<M extends Method> {
  readonly good: readonly Input<M>[]
  readonly bad: readonly unknown[]
}

export const NOT_AN_OBJECT = [null, 7, 'text', []]

export const ID = '0198c1f2-7c3e-7000-8000-000000000001'
export const NO_INPUT = { good: [{}], bad: [...NOT_AN_OBJECT, { unknown: 1 }] }
