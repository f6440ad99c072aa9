import type { Catalog } from '#shared/catalog.ts'
import { dodoElevenLabs } from './dodo-elevenlabs/index.ts'
import { elevenLabs202604 } from './elevenlabs-2026-04/index.ts'
import { elevenLabs202610 } from './elevenlabs-2026-10/index.ts'

/**
 * The catalogues that come with the application. Each stands on its own: the sources disagree and prices have
 * changed, so no figure of one is ever read into another.
 */
export const presets: readonly Catalog[] = [elevenLabs202604, dodoElevenLabs, elevenLabs202610]

export const findPreset = (id: string): Catalog | undefined => presets.find((preset) => preset.id === id)
