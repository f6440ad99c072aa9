import type { Plan } from '#shared/catalog.ts'
import { from } from './sources.ts'

type Features = Plan['features']

const article = from('article')
const docs = from('docs')

/** What each plan unlocks on top of the plan below it. */
const freeUnlocks: Features = [
  article('Text to Speech'),
  article('Speech to Text'),
  article('Sound Effects'),
  article('Voice Design'),
]
const starterUnlocks = [...freeUnlocks, article('Commercial licence'), article('Instant Voice Cloning')]
const creatorUnlocks = [...starterUnlocks, article('Professional Voice Cloning'), article('192 kbps audio')]
const proUnlocks = [...creatorUnlocks, article('44.1 kHz PCM audio through the API')]
const scaleUnlocks = [...proUnlocks, article('Team collaboration in a workspace')]
const businessUnlocks = [
  ...scaleUnlocks,
  article('Low-latency Text to Speech', 'Listed at 5 cents a minute.'),
  article('3 Professional Voice Clones'),
]
const enterpriseUnlocks = [
  ...businessUnlocks,
  article('Data processing and service level agreements'),
  article('HIPAA business associate agreement'),
  article('Custom single sign-on'),
  article('Priority support'),
  from('consolidated-page')(
    'Consolidated billing of several workspaces',
    'One credit pool; the page says a workspace cannot have a limit of its own.',
  ),
]

const LATER = 'Read in August 2025, with the plans at the same prices and credits.'

/** Requests a plan serves at once; more wait in a queue. */
const concurrency = (
  multilingual: number,
  flash: number,
  transcription: number,
  priority: number,
): Features => [
  docs(`${multilingual} Text to Speech requests at once with Multilingual v2`, LATER),
  docs(`${flash} Text to Speech requests at once with Flash or Turbo`, LATER),
  docs(`${transcription} Speech to Text requests at once`, LATER),
  docs(`Queue priority ${priority}`, LATER),
]
const music = (tracks: number): Features => [docs(`${tracks} Music requests at once`, LATER)]

export const features = {
  free: [...freeUnlocks, ...concurrency(2, 4, 10, 3)],
  starter: [...starterUnlocks, ...concurrency(3, 6, 15, 4), ...music(2)],
  creator: [...creatorUnlocks, ...concurrency(5, 10, 25, 5), ...music(2)],
  pro: [...proUnlocks, ...concurrency(10, 20, 50, 5), ...music(2)],
  scale: [...scaleUnlocks, ...concurrency(15, 30, 75, 5), ...music(3)],
  business: [...businessUnlocks, ...concurrency(15, 30, 75, 5), ...music(3)],
  enterprise: [
    ...enterpriseUnlocks,
    docs('Elevated concurrency', LATER),
    docs('Highest queue priority', LATER),
  ],
}
