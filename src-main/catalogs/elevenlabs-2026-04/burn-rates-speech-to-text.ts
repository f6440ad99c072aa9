import { onEachPlan } from '../rates.ts'
import { from } from './sources.ts'

/** The documentation says how long a whole plan lasts: its credits over those minutes is the rate. */
const includedTime = from('included-time')
const assumed = from('assumed')

const transcription = (product: string) => ({ products: [product], models: ['Scribe v1'], unit: 'minute' })

const throughApi = onEachPlan(transcription('speech-to-text-api'), [
  ['free', assumed(null, 'The documentation lists no time for Free.')],
  ['starter', includedTime({ credits: '30000', per: '750' }, '12.5 hours.')],
  ['creator', includedTime({ credits: '100000', per: '3771' }, '62 hours 51 minutes.')],
  ['pro', includedTime({ credits: '500000', per: '18000' }, '300 hours.')],
  ['scale', includedTime({ credits: '2000000', per: '66000' }, '1,100 hours.')],
  ['business', includedTime({ credits: '11000000', per: '360000' }, '6,000 hours.')],
  ['enterprise', assumed({ credits: '11000000', per: '360000' }, 'As Business; edit to your quote.')],
])

const onWebsite = onEachPlan(transcription('speech-to-text'), [
  ['free', includedTime({ credits: '10000', per: '12' }, '12 minutes.')],
  ['starter', includedTime({ credits: '30000', per: '60' }, '1 hour.')],
  ['creator', includedTime({ credits: '100000', per: '293' }, '4 hours 53 minutes.')],
  ['pro', includedTime({ credits: '500000', per: '1485' }, '24 hours 45 minutes.')],
  ['scale', includedTime({ credits: '2000000', per: '5657' }, '94 hours 17 minutes.')],
  ['business', includedTime({ credits: '11000000', per: '26400' }, '440 hours.')],
  ['enterprise', assumed({ credits: '11000000', per: '26400' }, 'As Business; edit to your quote.')],
])

export const speechToText = [...throughApi, ...onWebsite]
