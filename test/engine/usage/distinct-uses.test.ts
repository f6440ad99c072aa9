import { expect, it } from 'vitest'
import { DistinctUses, type NamedUse } from '#main/engine/usage/distinct-uses.ts'

/** A use that counts how often its product is looked at. */
class Watched implements NamedUse {
  static looks = 0
  readonly model = 'model'
  readonly #product: string

  constructor(product: string) {
    this.#product = product
  }

  get product(): string {
    Watched.looks++
    return this.#product
  }
}

const KINDS = 2000

it.each([
  ['in one product', () => 'one', 1],
  ['in a few', (index: number) => `product${index % 10}`, 10],
  ['in as many as there are', (index: number) => `product${index}`, KINDS],
])('is worked out once for what names the same, %s, without looking at all the others', (_in, of, kinds) => {
  let made = 0
  Watched.looks = 0
  const uses = new DistinctUses(({ product }) => {
    made++
    return product
  })
  for (let round = 0; round < 2; round++)
    for (let index = 0; index < KINDS; index++) expect(uses.of(new Watched(of(index)))).toBe(of(index))
  expect(made).toBe(kinds)
  expect(Watched.looks / (2 * KINDS)).toBeLessThan(50)
})

it('tells names apart that are the same in a row', () => {
  const uses = new DistinctUses((use) => use)
  const all = Array.from({ length: 50 }, (_, index) => [
    { product: `${index}`, model: 'a' },
    { product: `${index}a`, model: '' },
    { product: `${index}`, model: 'a', workspace: 'w' },
  ]).flat()
  for (const use of [...all, ...all]) expect(uses.of({ ...use })).toEqual(use)
})
