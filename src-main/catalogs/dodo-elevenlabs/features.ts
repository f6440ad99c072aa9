import { from } from './sources.ts'

const article = from('article')

/** The article's list of what each tier unlocks, which its rebuild is meant to reproduce. */
const free = [
  article('Text to Speech'),
  article('Speech to Text'),
  article('Sound Effects'),
  article('Voice Design'),
]
const starter = [...free, article('Commercial licence'), article('Instant Voice Cloning')]
const creator = [...starter, article('Professional Voice Cloning'), article('192 kbps audio')]
const pro = [...creator, article('44.1 kHz PCM audio through the API')]
const scale = [...pro, article('Team collaboration in a workspace')]
const enterprise = [
  ...scale,
  article('Data processing and service level agreements'),
  article('HIPAA business associate agreement'),
  article('Custom single sign-on'),
  article('Priority support'),
]

export const features = { free, starter, creator, pro, scale, enterprise }
