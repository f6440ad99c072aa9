import type { BurnRate } from '#shared/catalog.ts'
import { each, everywhere } from '../rates.ts'
import { agents } from './burn-rates-agents.ts'
import { speechToText } from './burn-rates-speech-to-text.ts'
import { from } from './sources.ts'

const docs = from('docs')
const creditCosts = from('credit-costs')
const assumed = from('assumed')

const speech = ['text-to-speech', 'studio', 'text-to-speech-api']

const textToSpeech: BurnRate[] = [
  ...everywhere(
    {
      products: speech,
      models: ['English v1', 'Multilingual v1', 'Multilingual v2', 'Eleven v3'],
      unit: 'character',
    },
    creditCosts(each('1'), 'A voice from the library may carry its own multiplier, which is not included.'),
  ),
  ...everywhere(
    { products: speech, models: ['Flash v2', 'Flash v2.5', 'Turbo v2', 'Turbo v2.5'], unit: 'character' },
    creditCosts(
      each('0.5'),
      'ElevenLabs help has 0.5 on every self-serve plan; the Dodo Payments article has 0.5 to 1 depending on the ' +
        'plan without saying which. Enterprise is taken to be the same.',
    ),
  ),
]

const audio: BurnRate[] = [
  ...everywhere(
    { products: ['voice-changer', 'voice-changer-api'], models: ['Standard'], unit: 'minute' },
    docs(each('1000')),
  ),
  ...everywhere(
    { products: ['voice-isolator', 'voice-isolator-api'], models: ['Standard'], unit: 'minute' },
    creditCosts(each('1000')),
  ),
  ...everywhere(
    { products: ['voice-design', 'voice-design-api'], models: ['Standard'], unit: 'character' },
    docs(each('1'), 'Characters of the preview text, charged once for three previews.'),
  ),
]

const soundEffects: BurnRate[] = [
  ...everywhere(
    { products: ['sound-effects'], models: ['Automatic length'], unit: 'generation' },
    docs(each('200'), 'Four variants.'),
  ),
  ...everywhere({ products: ['sound-effects'], models: ['Set length'], unit: 'second' }, docs(each('40'))),
  ...everywhere(
    { products: ['sound-effects'], models: ['Studio clip'], unit: 'generation' },
    docs(each('80')),
  ),
  ...everywhere(
    { products: ['sound-effects-api'], models: ['Automatic length'], unit: 'generation' },
    creditCosts(each('100'), 'One variant.'),
  ),
  ...everywhere(
    { products: ['sound-effects-api'], models: ['Set length'], unit: 'second' },
    creditCosts(each('20')),
  ),
]

const dubbing: BurnRate[] = [
  ...everywhere(
    {
      products: ['dubbing', 'dubbing-api'],
      models: ['Standard', 'Watermarked', 'Dubbing Studio'],
      unit: 'minute',
    },
    assumed(
      null,
      'Charged by source minute, less with a watermark and more in Dubbing Studio; no figure was found.',
    ),
  ),
  ...everywhere(
    { products: ['dubbing'], models: ['Translation into a further language'], unit: 'character' },
    docs(each('1'), 'The speech that follows is charged as Text to Speech.'),
  ),
]

const music = everywhere(
  { products: ['music', 'music-api'], models: ['Standard'], unit: 'minute' },
  assumed(
    null,
    "Priced in money and turned into credits at the plan's rate; no price from before May 2026 was found.",
  ),
)

export const burnRates: BurnRate[] = [
  ...textToSpeech,
  ...audio,
  ...soundEffects,
  ...speechToText,
  ...dubbing,
  ...music,
  ...agents,
]
