import type { Plan } from '#shared/catalog.ts'
import { from } from './sources.ts'

type Features = Plan['features']

const docs = from('docs')
const pricingNote = from('pricing-note')

/** What the tiers unlock was last listed before the price change and has not been read again since. */
const unlocks = (...names: string[]): Features =>
  names.map((name) => from('assumed')(name, 'Listed in April 2026; taken to hold after the price change.'))

const free = unlocks('Text to Speech', 'Speech to Text', 'Sound Effects', 'Voice Design')
const starter = [...free, ...unlocks('Commercial licence', 'Instant Voice Cloning')]
const creator = [...starter, ...unlocks('Professional Voice Cloning', '192 kbps audio')]
const pro = [...creator, ...unlocks('44.1 kHz PCM audio through the API')]
const scale = [...pro, ...unlocks('Team collaboration in a workspace')]
const business = [...scale, ...unlocks('Low-latency Text to Speech', '3 Professional Voice Clones')]
const enterprise = [
  ...business,
  ...unlocks(
    'Data processing and service level agreements',
    'HIPAA business associate agreement',
    'Custom single sign-on',
    'Priority support',
  ),
  from('consolidated')(
    'Consolidated billing of several workspaces',
    'A reporting workspace may have a cap on its credits and on its Text to Speech requests at once.',
  ),
]

const EARLIER = 'Read in August 2025, before the price change.'

interface AtOnce {
  readonly multilingual: number
  readonly flash: number
  readonly transcription: number
  readonly music?: number
  readonly priority: number
  readonly calls: number
}

/** Requests and calls a plan serves at once. */
const concurrency = (atOnce: AtOnce): Features => [
  docs(
    `${atOnce.multilingual} Text to Speech requests at once with Multilingual v2`,
    'Read in August 2025; ElevenLabs help has repeated it since.',
  ),
  docs(`${atOnce.flash} Text to Speech requests at once with Flash or Turbo`, EARLIER),
  docs(`${atOnce.transcription} Speech to Text requests at once`, EARLIER),
  ...(atOnce.music === undefined ? [] : [docs(`${atOnce.music} Music requests at once`, EARLIER)]),
  docs(`Queue priority ${atOnce.priority}`, EARLIER),
  pricingNote(`${atOnce.calls} Agents calls at once`),
]

export const features = {
  free: [
    ...free,
    ...concurrency({ multilingual: 2, flash: 4, transcription: 10, priority: 3, calls: 4 }),
    from('pay-as-you-go')('With a prepaid balance: the concurrency and queue priority of Starter'),
  ],
  starter: [
    ...starter,
    ...concurrency({ multilingual: 3, flash: 6, transcription: 15, music: 2, priority: 4, calls: 6 }),
  ],
  creator: [
    ...creator,
    ...concurrency({ multilingual: 5, flash: 10, transcription: 25, music: 2, priority: 5, calls: 10 }),
  ],
  pro: [
    ...pro,
    ...concurrency({ multilingual: 10, flash: 20, transcription: 50, music: 2, priority: 5, calls: 20 }),
  ],
  scale: [
    ...scale,
    ...concurrency({ multilingual: 15, flash: 30, transcription: 75, music: 3, priority: 5, calls: 30 }),
  ],
  business: [
    ...business,
    ...concurrency({ multilingual: 15, flash: 30, transcription: 75, music: 3, priority: 5, calls: 40 }),
  ],
  enterprise: [
    ...enterprise,
    docs('Elevated concurrency', EARLIER),
    docs('Highest queue priority', EARLIER),
    pricingNote('Agents calls at once by contract'),
  ],
}
