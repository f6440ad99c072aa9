import { describe, expect, it } from 'vitest'
import { presets } from '#main/catalogs/index.ts'
import { forCustomer } from '#main/api/for-customer.ts'
import { About } from '#shared/about.ts'
import { ScenarioContent } from '#shared/library.ts'
import { Scenario } from '#shared/scenario.ts'
import { accountOfSecrets, CUSTOMER, QUESTION, SECRET, textsToldIn } from '../fakes/secrets-of-account.ts'
import { problemOf } from '../store/support.ts'
import { storedApi } from './stored-api.ts'

/** Asks for the page of a scenario that lies in the library beside another customer's. */
async function pageOf(content: ScenarioContent) {
  const { ask } = storedApi()
  const document = { kind: 'scenario' as const, content }
  await ask('library.create', { name: `${SECRET} of another`, document })
  const { id, revision } = await ask('library.create', { name: `${SECRET} name`, document })
  return ask('stored.customerPage', { id, revision })
}

describe('the page for a customer', () => {
  it('holds the customer and the question, and no other word that somebody wrote', async () => {
    const page = await pageOf(accountOfSecrets())
    expect([page.customer, page.question]).toEqual([CUSTOMER, QUESTION])
    expect(page.plans.map(({ kind }) => kind)).toContain('billed')
    expect(page.plans.map(({ kind }) => kind)).toContain('impossible')
    expect(JSON.stringify(page)).not.toContain(SECRET)
  })

  it('is looked for in an account in which every other text is a secret, and every field has something', () => {
    const content = accountOfSecrets()
    const written = textsToldIn(JSON.parse(JSON.stringify(content)))
    const told = written.filter((text) => text.includes(CUSTOMER) || text.includes(QUESTION))
    expect(told).toHaveLength(2)
    // What else there is are dates, figures and words of the schema.
    for (const text of written.filter((one) => !told.includes(one)))
      expect(text).toMatch(/: (?:[\d.:TZ-]+|[a-z][A-Za-z]*)$/)
    const empty = Object.entries(content.scenario)
      .filter(([, value]) => (Array.isArray(value) ? value.length === 0 : value === ''))
      .map(([field]) => field)
    expect(empty).toEqual([])
    const fields = Object.keys(Scenario.shape).filter((field) => !(field in content.scenario))
    expect(fields).toEqual(['trial'])
  })

  it('names no price list of one’s own, and nothing that is said in it but its plans', async () => {
    const content = accountOfSecrets()
    const [preset] = presets
    const catalog = {
      ...preset,
      name: SECRET,
      description: SECRET,
      sources: Object.fromEntries(
        Object.entries(preset?.sources ?? {}).map(([id, source]) => [id, { ...source, title: SECRET }]),
      ),
    }
    const page = await pageOf(
      ScenarioContent.parse({ ...content, scenario: { ...content.scenario, catalog } }),
    )
    expect(page.prices).toEqual({ list: null, date: preset?.date })
    expect(JSON.stringify(page)).not.toContain(SECRET)
  })

  it('leaves out what is marked internal: the question, and plans', async () => {
    const content = accountOfSecrets()
    expect((await pageOf(content)).plans.map(({ plan }) => plan)).not.toContain('free')
    const about = About.parse({ ...content.about, internal: { question: true, plans: ['free', 'pro'] } })
    const page = await pageOf({ ...content, about })
    expect(page.question).toBe('')
    expect(page.plans.map(({ plan }) => plan)).not.toContain('pro')
  })

  it('is of an account of which nothing is said, too', async () => {
    expect(forCustomer(undefined)).toEqual({ customer: '', question: '', hiddenPlans: [] })
    const { about: _, ...content } = accountOfSecrets()
    expect(await pageOf(content)).toMatchObject({ customer: '', question: '' })
  })

  it('tries what is asked, and keeps nothing of it', async () => {
    const { ask } = storedApi()
    const document = { kind: 'scenario' as const, content: accountOfSecrets() }
    const { id, revision } = await ask('library.create', { name: 'May', document })
    const people = { full: 3, basic: 4 }
    const tried = await ask('stored.customerPage', { id, revision, whatIf: { people } })
    expect(tried.levers.people).toEqual(people)
    expect(await ask('stored.customerPage', { id, revision })).toMatchObject({
      levers: { people: { full: 1, basic: 1 } },
    })
    expect((await ask('library.get', { id })).revision).toBe(revision)
  })

  it('refuses what is no scenario', async () => {
    const { ask, answer } = storedApi()
    const company = await ask('library.create', {
      name: 'Acme',
      document: { kind: 'company', content: { notes: '' } },
    })
    expect(problemOf(await answer('stored.customerPage', { id: company.id, revision: 1 }))).toMatchObject({
      code: 'document.not_a_scenario',
      path: 'id',
    })
  })
})
