import type { Catalog } from '#shared/catalog.ts'

/** The three services the article's usage events name; all feed one meter, so the family decides nothing here. */
export const products: Catalog['products'] = [
  { id: 'text-to-speech', name: 'Text to Speech', family: 'ElevenCreative' },
  { id: 'dubbing', name: 'Dubbing', family: 'ElevenCreative' },
  { id: 'voice-cloning', name: 'Voice Cloning', family: 'ElevenCreative' },
]
