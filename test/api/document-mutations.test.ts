import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { z } from 'zod'
import type { Api } from '#main/api/router.ts'
import { presets } from '#main/catalogs/index.ts'
import { cli } from '#main/hosts/cli/cli.ts'
import { canonicalJson } from '#shared/canonical-json.ts'
import { Scenario } from '#shared/scenario.ts'
import { bytesOf } from '../fakes/bytes-of.ts'
import { donorsIn, type Json, mutatedDocument } from '../fakes/document-mutations.ts'
import { seededNumbers } from '../fakes/seeded-numbers.ts'
import { fieldsOf } from '../laws/support/fields.ts'
import { WRITTEN_OUT } from './cases.ts'
import { storedApi } from './stored-api.ts'

/** How many documents are mutated; `TIERWISE_MUTATIONS=10000` looks longer, `TIERWISE_SEED` elsewhere. */
const MUTATIONS = Number(process.env['TIERWISE_MUTATIONS'] ?? 300)
const SEED = Number(process.env['TIERWISE_SEED'] ?? 9)

/** Of a product and a model that some of the scenarios use. */
const MOVE = { product: 'text-to-speech', from: 'Multilingual v2', to: 'Flash v2.5', share: '40' }

/** Trying an upgrade on every day of ten years is long, and no other code. */
const MOST_MONTHS_TRIED = 2

const ROOT = resolve(import.meta.dirname, '../..')

const documentsIn = (folder: string): readonly Json[] =>
  readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.json') && !name.endsWith('.expected.json'))
    .map((name): Json => JSON.parse(readFileSync(join(ROOT, folder, name), 'utf8')))

const asJson = (value: unknown): Json => JSON.parse(JSON.stringify(value ?? null))

const field = (document: Json, key: string): unknown =>
  typeof document === 'object' && document !== null
    ? Object.entries(document).find(([name]) => name === key)?.[1]
    : undefined

const SCENARIOS = [...documentsIn('docs/examples'), ...documentsIn('test/golden')].filter(
  (document) => field(document, 'plan') !== undefined,
)

/** In every form that any part of a scenario may take, with every field it may have. */
const COMPLETE = fieldsOf(Scenario).flatMap(({ schema, holding }) =>
  schema instanceof z.ZodLiteral ? [asJson(billable(Scenario.parse(holding(schema.value))))] : [],
)

/** What is made of the schema alone contradicts itself in a few places. */
function billable(scenario: Scenario): Scenario {
  const { grants, groups, usageEvents, customTerms, changes } = scenario
  return {
    ...scenario,
    extraSeats: 0,
    grants: grants.map((grant) => ({ ...grant, expires: '2026-02-28' })),
    groups: groups.map((group) => ({ ...group, apiKeys: [] })),
    usageEvents: usageEvents.map((event) => ({ ...event, regenerates: undefined })),
    customTerms: Object.fromEntries(
      Object.entries(customTerms).map(([id, terms]) => [id, { ...terms, overagePerThousand: undefined }]),
    ),
    changes: changes.map((change) => ({ ...change, by: undefined })),
  }
}

const ID = '0198c1f2-7c3e-7000-8000-000000000001'

/** What a file holds, as Tierwise would have written it: its hash fits, whatever it says. */
function fileOf(held: Json): Json {
  const others = typeof held === 'object' && held !== null ? { ...held, hash: undefined } : held
  const hash = createHash('sha256')
    .update(canonicalJson(asJson(others)))
    .digest('hex')
  return typeof held === 'object' && held !== null ? asJson({ ...held, hash }) : held
}

const bundleOf = (scenario: Json): Json =>
  fileOf(
    asJson({
      format: 'tierwise',
      schemaVersion: 1,
      id: ID,
      name: 'A file',
      engineVersion: '1',
      inputHash: '',
      catalog: presets.find(({ id }) => id === field(scenario, 'catalog')) ?? WRITTEN_OUT,
      content: { scenario, shows: 'plan' },
    }),
  )

const CATALOGUES = [
  ...presets.map(asJson),
  ...documentsIn('docs/examples').filter((one) => field(one, 'plans') !== undefined),
]
const CORPUS: readonly Json[] = [
  ...SCENARIOS,
  ...COMPLETE,
  ...SCENARIOS.slice(0, 12).map(bundleOf),
  ...CATALOGUES,
]

it(`answers ${MUTATIONS} mutated documents without a defect`, async () => {
  const random = seededNumbers(SEED)
  const donors = donorsIn(CORPUS)
  const { api, defects } = storedApi()
  const seen = { answered: 0, refused: 0 }
  for (let number = 0; number < MUTATIONS; number++) {
    const document = mutatedDocument(CORPUS[Math.floor(random() * CORPUS.length)] ?? null, donors, random)
    for (const [method, input] of callsWith(document, random())) {
      const answer = await api(method, input)
      if (defects.length > 0) throw new Error(`${method} of ${JSON.stringify(input)}`, { cause: defects[0] })
      if (method !== 'documents.validate') seen[answer.ok ? 'answered' : 'refused']++
      expect(answer.ok ? [] : answer.problems.map(({ code }) => code)).not.toContain('internal.error')
    }
    // The command line reads what is answered again, and writes it down.
    const command = oneOfCommands(document, random())
    const { exitCode, stderr } = await cli(command, api, {
      stdin: async () => ({ text: JSON.stringify(document) }),
    })
    expect([command, exitCode === 1, stderr.includes('internal.error')]).toEqual([command, false, false])
  }
  expect('polluted' in {}).toBe(false)
  // What is refused at the door says nothing of the rooms behind it, nor the other way about.
  expect(seen.answered).toBeGreaterThan(MUTATIONS / 3)
  expect(seen.refused).toBeGreaterThan(MUTATIONS / 3)
})

/** Everything that can be asked of a document at once, and of that which takes long one thing by chance. */
function callsWith(document: Json, chance: number): Parameters<Api>[] {
  const validated: Parameters<Api> = ['documents.validate', { document }]
  if (field(document, 'format') !== undefined) {
    const text = JSON.stringify(chance < 0.9 ? fileOf(document) : document)
    return [
      validated,
      ['bundles.import', { file: bytesOf(text), onExisting: chance < 0.5 ? 'replace' : 'copy' }],
    ]
  }
  const asked = field(document, 'plans') === undefined ? OF_A_SCENARIO : OF_A_CATALOGUE
  const rare = asked.rarely[Math.floor(chance * asked.rarely.length)]
  return [validated, ...[...asked.always, rare].flatMap((ask) => (ask ? [ask(document)] : []))]
}

function oneOfCommands(document: Json, chance: number): readonly string[] {
  const some = field(document, 'plans') === undefined ? SCENARIO_COMMANDS : CATALOGUE_COMMANDS
  return (some[Math.floor(chance * some.length)] ?? 'validate -').split(' ')
}

const SCENARIO_COMMANDS = ['run -', 'run -', 'events -', 'attribute - --by day,member', 'explain - alert:1']
const CATALOGUE_COMMANDS = ['crossovers --catalog -', 'compare --catalog - --usage 400k --pattern spike:3:7']

type Ask = (document: Json) => Parameters<Api>

interface Asked {
  readonly always: readonly Ask[]
  readonly rarely: readonly Ask[]
}

const OF_A_SCENARIO: Asked = {
  always: [(scenario) => ['scenarios.run', scenario]],
  rarely: [
    (scenario) => ['scenarios.monthlyUsage', scenario],
    (scenario) => ['scenarios.usageByMonth', scenario],
    (scenario) => ['scenarios.events', scenario],
    (scenario) => ['scenarios.explain', { scenario, reference: { kind: 'balance', period: 1 } }],
    (scenario) => ['scenarios.explain', { scenario, reference: { kind: 'line', invoice: '0001', line: 1 } }],
    (scenario) => ['analysis.attribution', { scenario, dimensions: ['day', 'model', 'workspace'] }],
    (scenario) => ['analysis.bothFailures', { scenario }],
    (scenario) => [
      'analysis.variants',
      {
        scenario,
        variants: [
          { name: 'as it is' },
          { name: 'annual', billing: 'annual', extraSeats: 2 },
          { name: 'more of another model', usageFactor: '1.3', modelMix: [MOVE], addedChanges: [] },
        ],
      },
    ],
    (scenario) => {
      const months = field(scenario, 'months')
      const few = typeof months === 'number' ? Math.min(months, MOST_MONTHS_TRIED) : months
      return ['analysis.bestUpgrade', { scenario: { ...Object(scenario), months: few }, plan: 'pro' }]
    },
    (scenario) => [
      'analysis.compare',
      { ...pick(scenario, ['catalog', 'months', 'billing', 'customTerms']), usage: '400000' },
    ],
    (scenario) => [
      'library.create',
      { name: 'Mutated', document: { kind: 'scenario', content: { scenario } } },
    ],
  ],
}

const OF_A_CATALOGUE: Asked = {
  always: [(catalog) => ['analysis.compare', { catalog, usage: '123456.789', months: 3, focus: null }]],
  rarely: [
    (catalog) => ['analysis.crossovers', { catalog, pairs: 'all' }],
    (catalog) => ['analysis.envelope', { catalog }],
    (catalog) => [
      'analysis.explainCompared',
      { catalog, usage: '400000', reference: { kind: 'compared', plan: 'pro', of: { kind: 'total' } } },
    ],
    (catalog) => ['analysis.curves', { catalog, upTo: '2000000', months: 2 }],
    (catalog) => ['analysis.compareMany', { catalog, usages: ['0', '9000000000', '7'], billing: 'annual' }],
    (catalog) => ['library.create', { name: 'Mutated', document: { kind: 'catalog', content: catalog } }],
  ],
}

const pick = (document: Json, keys: readonly string[]): object =>
  Object.fromEntries(
    keys.flatMap((key) => (field(document, key) === undefined ? [] : [[key, field(document, key)]])),
  )
