import type { Catalog } from '#shared/catalog.ts'

/** The website and the API draw on one pool, but only the website (ElevenCreative) counts to a Basic ceiling. */
export const products: Catalog['products'] = [
  { id: 'text-to-speech', name: 'Text to Speech', family: 'ElevenCreative' },
  { id: 'studio', name: 'Studio', family: 'ElevenCreative' },
  { id: 'voice-changer', name: 'Voice Changer', family: 'ElevenCreative' },
  { id: 'voice-isolator', name: 'Voice Isolator', family: 'ElevenCreative' },
  { id: 'voice-design', name: 'Voice Design', family: 'ElevenCreative' },
  { id: 'sound-effects', name: 'Sound Effects', family: 'ElevenCreative' },
  { id: 'speech-to-text', name: 'Speech to Text', family: 'ElevenCreative' },
  { id: 'dubbing', name: 'Dubbing', family: 'ElevenCreative' },
  { id: 'music', name: 'Music', family: 'ElevenCreative' },
  { id: 'agents', name: 'Agents', family: 'ElevenAgents' },
  { id: 'text-to-speech-api', name: 'Text to Speech API', family: 'ElevenAPI' },
  { id: 'voice-changer-api', name: 'Voice Changer API', family: 'ElevenAPI' },
  { id: 'voice-isolator-api', name: 'Voice Isolator API', family: 'ElevenAPI' },
  { id: 'voice-design-api', name: 'Voice Design API', family: 'ElevenAPI' },
  { id: 'sound-effects-api', name: 'Sound Effects API', family: 'ElevenAPI' },
  { id: 'speech-to-text-api', name: 'Speech to Text API', family: 'ElevenAPI' },
  { id: 'dubbing-api', name: 'Dubbing API', family: 'ElevenAPI' },
  { id: 'music-api', name: 'Music API', family: 'ElevenAPI' },
]
