import type { BurnRate } from '#shared/catalog.ts'
import { from } from './sources.ts'

const article = from('article')

/** One meter, one credit a character, whatever the service or model. */
const aCreditEach = (product: string, model: string): BurnRate => ({
  product,
  model,
  unit: 'character',
  rate: article(
    { credits: '1', per: '1' },
    'One meter unit is one credit for every model; at ElevenLabs, Flash and Turbo cost less.',
  ),
})

const models = [
  'English v1',
  'Multilingual v1',
  'Multilingual v2',
  'Eleven v3',
  'Flash v2',
  'Flash v2.5',
  'Turbo v2',
  'Turbo v2.5',
]

export const burnRates: BurnRate[] = [
  ...models.map((model) => aCreditEach('text-to-speech', model)),
  aCreditEach('dubbing', 'Standard'),
  aCreditEach('voice-cloning', 'Standard'),
]
