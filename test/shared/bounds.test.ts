import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { CostDimensions, Variant } from '#shared/analysis.ts'
import { api } from '#shared/api.ts'
import { listOf, textOf } from '#shared/bounded.ts'
import { ScenarioBundle } from '#shared/bundle.ts'
import { Catalog } from '#shared/catalog.ts'
import { CompareInput, CompareManyInput, CurvesInput } from '#shared/comparison.ts'
import { Reference } from '#shared/reference.ts'
import { keyed } from '#shared/keyed.ts'
import { DocumentId, DocumentName, EditLabel, HistoryScope, ListInput, NewContent } from '#shared/library.ts'
import {
  AlertWindowInput,
  AttributionInput,
  ExplainInput,
  InvoiceInput,
  LedgerWindowInput,
  OpenInput,
  UsageWindowInput,
  WindowInput,
  WorkspaceViewInput,
} from '#shared/open-result.ts'
import { parse } from '#shared/problem.ts'
import { Scenario } from '#shared/scenario.ts'
import { SettingsChange } from '#shared/store.ts'
import { unboundedIn } from './unbounded.ts'

/** What comes from outside: typed, opened from a file, called with, read back from a store. */
const INPUTS = {
  Scenario,
  Catalog,
  NewContent,
  ScenarioBundle,
  CompareInput,
  CompareManyInput,
  CurvesInput,
  Variant,
  CostDimensions,
  Reference,
  ListInput,
  OpenInput,
  WindowInput,
  LedgerWindowInput,
  AlertWindowInput,
  UsageWindowInput,
  InvoiceInput,
  ExplainInput,
  AttributionInput,
  WorkspaceViewInput,
  DocumentId,
  DocumentName,
  EditLabel,
  HistoryScope,
  SettingsChange,
}

it.each(Object.entries(INPUTS))('every text, list and record of %s has a bound', (name, schema) => {
  expect(unboundedIn(schema, name)).toEqual([])
})

/** What any value may be given as: it is read by the schema that its method, or the document it is, has. */
const READ_LATER = ['documents.validate.document', 'runs.start.input']

it('every text, list and record of every call has a bound', () => {
  const inputs = Object.entries(api).flatMap(([method, { input }]) => unboundedIn(input, method))
  expect(inputs).toEqual(READ_LATER)
})

describe('a field without a bound is found', () => {
  it.each<[string, z.ZodType]>([
    ['a text', z.string()],
    ['a text of a pattern that repeats', z.string().regex(/^[a-z]+$/)],
    ['a text of which only a part has to fit', z.string().regex(/[a-z]/)],
    ['an instant with any number of digits', z.iso.datetime()],
    ['a list', z.array(z.unknown())],
    ['a record', z.record(textOf(9), z.boolean())],
    [
      'a record in a pipe',
      z.preprocess((input: Record<string, boolean>) => input, z.record(textOf(9), z.boolean())),
    ],
    ['a file', z.instanceof(Uint8Array)],
    ['anything', z.unknown()],
  ])('%s', (_what, schema) => {
    expect(unboundedIn(schema, 'field')).toContain('field')
    expect(
      unboundedIn(z.strictObject({ deep: listOf(schema, { most: 2, what: 'x' }).optional() }), 'in'),
    ).toContain('in.deep[]')
  })
})

describe('what is longer than its bound', () => {
  it('is told in plain words, without a look at its items', () => {
    const schema = z.strictObject({
      members: listOf(z.strictObject({ id: textOf(3) }), { most: 20_000, what: 'members' }),
    })
    const members = Array.from({ length: 20_001 }, () => 0)
    expect(parse(schema, { members })).toEqual({
      ok: false,
      problems: [{ code: 'input.invalid', message: 'Expected at most 20,000 members.', path: 'members' }],
    })
    expect(parse(schema, { members: [{ id: 'four' }] })).toMatchObject({
      problems: [{ message: 'Expected at most 3 characters.', path: 'members.0.id' }],
    })
  })

  it('is a record with too many ids, or with one too long', () => {
    const schema = z.strictObject({ terms: keyed(z.boolean(), { most: 2, what: 'terms' }) })
    expect(parse(schema, { terms: { a: true, b: true } }).ok).toBe(true)
    expect(parse(schema, { terms: { a: 0, b: 0, c: 0 } })).toMatchObject({
      problems: [{ message: 'Expected at most 2 terms.', path: 'terms' }],
    })
    expect(parse(schema, { terms: { ['x'.repeat(1001)]: 0 } })).toMatchObject({
      problems: [{ message: 'Expected ids of at most 1,000 characters.', path: 'terms' }],
    })
  })

  it('is what a result is expected to be, by values or by levels', () => {
    const { expect: expected } = Scenario.shape
    const refused = {
      success: false,
      error: { issues: [{ message: expect.stringContaining('at most 100,000 values') }] },
    }
    expect(expected.safeParse({ invoices: Array.from({ length: 99_998 }, () => 0) }).success).toBe(true)
    expect(expected.safeParse({ invoices: Array.from({ length: 99_999 }, () => 0) })).toMatchObject(refused)
    const itself: Record<string, unknown> = {}
    itself['self'] = itself
    expect(expected.safeParse(itself)).toMatchObject(refused)
  })
})
