import type { Catalog } from '#shared/catalog.ts'
import { from } from './sources.ts'

/** Twice within two hours on the website. */
export const freeRegenerations: Catalog['freeRegenerations'] = from('regenerations')(
  { count: 2, withinMinutes: 120, products: ['text-to-speech', 'voice-changer', 'studio'] },
  'The documentation of 25 August 2025 states no time limit and wants voice settings unchanged too, which the help ' +
    'center allows to change. The help center gives it on a page that is not left in between, and never through the ' +
    'API.',
)
