import { centsInCredits, each, onEachPlan } from '../rates.ts'
import { from } from './sources.ts'

const docs = from('docs')
const includedTime = from('included-time')
const planRate = from('plan-rate')
const assumed = from('assumed')

const ROUNDED = 'Rounded down by the documentation: the minutes included in the plan give slightly more.'

const calls = onEachPlan({ products: ['agents'], models: ['Voice call'], unit: 'minute' }, [
  ['free', includedTime({ credits: '10000', per: '15' }, '15 minutes.')],
  ['starter', includedTime({ credits: '30000', per: '50' }, '50 minutes.')],
  ['creator', docs(each('400'))],
  ['pro', docs(each('454'), ROUNDED)],
  ['scale', docs(each('555'), ROUNDED)],
  ['business', docs(each('800'))],
  ['enterprise', assumed(each('800'), 'As Business; edit to your quote.')],
])

const starter = { plan: 'starter', credits: 30_000, price: 5 }
const creator = { plan: 'creator', credits: 100_000, price: 22 }
const pro = { plan: 'pro', credits: 500_000, price: 99 }
const scale = { plan: 'scale', credits: 2_000_000, price: 330 }
const business = { plan: 'business', credits: 11_000_000, price: 1320 }

const AS_STARTER = "Free has no price; Starter's credits for its price are assumed."
const AS_BUSINESS = 'As Business; edit to your quote.'

const messages = onEachPlan({ products: ['agents'], models: ['Text message'], unit: 'message' }, [
  ['free', assumed(centsInCredits(4, 10, starter), `$0.004 a message. ${AS_STARTER}`)],
  ['starter', planRate(centsInCredits(4, 10, starter), '$0.004 a message.')],
  ['creator', planRate(centsInCredits(3, 10, creator), '$0.003 a message.')],
  ['pro', planRate(centsInCredits(3, 10, pro), '$0.003 a message.')],
  ['scale', planRate(centsInCredits(3, 10, scale), '$0.003 a message.')],
  ['business', planRate(centsInCredits(3, 10, business), '$0.003 a message.')],
  ['enterprise', assumed(centsInCredits(3, 10, business), `$0.003 a message. ${AS_BUSINESS}`)],
])

/** The language model behind an agent is passed on at cost; the help bot confirms the rate for two plans. */
const languageModel = onEachPlan({ products: ['agents'], models: ['Language model'], unit: 'US dollar' }, [
  ['free', assumed(centsInCredits(100, 1, starter), AS_STARTER)],
  ['starter', planRate(centsInCredits(100, 1, starter))],
  ['creator', planRate(centsInCredits(100, 1, creator), 'ElevenLabs states 4,545 credits for $1.')],
  ['pro', planRate(centsInCredits(100, 1, pro))],
  ['scale', planRate(centsInCredits(100, 1, scale))],
  ['business', planRate(centsInCredits(100, 1, business), 'ElevenLabs states 8,333 credits for $1.')],
  ['enterprise', assumed(centsInCredits(100, 1, business), AS_BUSINESS)],
])

export const agents = [...calls, ...messages, ...languageModel]
