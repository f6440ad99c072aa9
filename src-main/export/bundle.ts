import { z } from 'zod'
import { MOST_BUNDLE_BYTES } from '#shared/bundle-file.ts'
import { ScenarioBundle } from '#shared/bundle.ts'
import { canonicalJson } from '#shared/canonical-json.ts'
import { parse, refuse, succeed, type Result } from '#shared/problem.ts'
import { excessOf, readUntrustedJson } from './untrusted-json.ts'

const NEWEST_VERSION = 1

/** Enough to tell a bundle of a later version from something that is no bundle at all. */
const Header = z.looseObject({ format: z.literal('tierwise'), schemaVersion: z.int().min(1) })

/** The text of a `.tierwise` file: the same bundle always gives the same bytes. */
export const writeBundle = (bundle: ScenarioBundle): string => `${canonicalJson(bundle, 2)}\n`

/** The text itself, or why it could not be read again: a file that opens nowhere is worse than none. */
export function withinLimits(text: string): Result<string> {
  const excess = excessOf(text)
  if (excess) return refuse(excess)
  if (Buffer.byteLength(text) <= MOST_BUNDLE_BYTES) return succeed(text)
  const message = `The file would be larger than ${String(MOST_BUNDLE_BYTES / 1024 / 1024)} MB, the most that a Tierwise file may be.`
  return refuse({ code: 'bundle.too_large', message, path: '' })
}

/**
 * Reads the text of a `.tierwise` file. Whether its scenario can be billed and its hash fits is for those to say who
 * know the engine. Refused with `bundle.not_json`, `bundle.too_deep`, `bundle.too_many_values`,
 * `bundle.forbidden_key`, `bundle.unknown`, `bundle.newer`, and the path of every field that is not as it should be.
 */
export function readBundle(text: string): Result<ScenarioBundle> {
  const json = readUntrustedJson(text)
  if (!json.ok) return json
  const header = Header.safeParse(json.value)
  if (!header.success) {
    const message = 'This is not a Tierwise file: it does not say that it is one.'
    return refuse({ code: 'bundle.unknown', message, path: header.error.issues[0]?.path.join('.') ?? '' })
  }
  if (header.data.schemaVersion > NEWEST_VERSION) {
    const message = 'This file was made by a newer version of Tierwise; update Tierwise to open it.'
    return refuse({ code: 'bundle.newer', message, path: 'schemaVersion' })
  }
  return parse(ScenarioBundle, json.value)
}
