import type { BurnRate } from '#shared/catalog.ts'
import { each, everywhere } from '../rates.ts'
import { pricedInMoney } from './burn-rates-api.ts'
import { from } from './sources.ts'

const docs = from('docs')
const creditCosts = from('credit-costs')
const characters = from('characters')
const assumed = from('assumed')

const EARLIER = 'Read before the price change; the website still charges in these credits.'

/** The website charges in credits; the API charges in money and is in a file of its own. */
const website: BurnRate[] = [
  ...everywhere(
    {
      products: ['text-to-speech', 'studio'],
      models: [
        'English v1',
        'Multilingual v1',
        'Multilingual v2',
        'Eleven v3',
        'Flash v2',
        'Flash v2.5',
        'Turbo v2',
        'Turbo v2.5',
      ],
      unit: 'character',
    },
    characters(
      each('1'),
      'One credit for every model on the website since the API discount; Flash and Turbo were 0.5 before.',
    ),
  ),
  ...everywhere(
    { products: ['voice-changer'], models: ['Standard'], unit: 'minute' },
    docs(each('1000'), EARLIER),
  ),
  ...everywhere(
    { products: ['voice-isolator'], models: ['Standard'], unit: 'minute' },
    creditCosts(each('1000'), EARLIER),
  ),
  ...everywhere(
    { products: ['voice-design'], models: ['Standard'], unit: 'character' },
    docs(each('1'), `Characters of the preview text, charged once for three previews. ${EARLIER}`),
  ),
  ...everywhere(
    { products: ['sound-effects'], models: ['Automatic length'], unit: 'generation' },
    docs(each('200'), `Four variants. ${EARLIER}`),
  ),
  ...everywhere(
    { products: ['sound-effects'], models: ['Set length'], unit: 'second' },
    docs(each('40'), EARLIER),
  ),
  ...everywhere(
    { products: ['sound-effects'], models: ['Studio clip'], unit: 'generation' },
    docs(each('80'), EARLIER),
  ),
  ...everywhere(
    { products: ['dubbing'], models: ['Translation into a further language'], unit: 'character' },
    docs(each('1'), `The speech that follows is charged as Text to Speech. ${EARLIER}`),
  ),
]

const unpublished: BurnRate[] = [
  ...everywhere(
    { products: ['dubbing'], models: ['Standard', 'Watermarked', 'Dubbing Studio'], unit: 'minute' },
    assumed(null, 'Charged by source minute; no figure was found for the website.'),
  ),
  ...everywhere(
    { products: ['dubbing-api'], models: ['Dubbing v1'], unit: 'minute' },
    assumed(null, 'A price was found for watermarked dubbing only.'),
  ),
  ...everywhere(
    { products: ['music'], models: ['Standard'], unit: 'minute' },
    assumed(null, 'Priced in money; no figure was found for the website.'),
  ),
  ...everywhere(
    { products: ['speech-to-text'], models: ['Scribe v1', 'Scribe v2'], unit: 'hour' },
    assumed(null, 'The time included in each plan was published for the plans before the price change only.'),
  ),
  ...everywhere(
    { products: ['voice-design-api'], models: ['Standard'], unit: 'character' },
    assumed(null, 'Not in the list of API prices.'),
  ),
]

export const burnRates: BurnRate[] = [...website, ...unpublished, ...pricedInMoney]
