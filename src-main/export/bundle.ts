import { createHash } from 'node:crypto'
import { z } from 'zod'
import { MOST_BUNDLE_BYTES, MOST_BUNDLE_SIZE } from '#shared/bundle-file.ts'
import { ScenarioBundle } from '#shared/bundle.ts'
import { canonicalJson } from '#shared/canonical-json.ts'
import { parse, refuse, succeed, type Result } from '#shared/problem.ts'
import { excessOf, readUntrustedJson } from './untrusted-json.ts'

const NEWEST_VERSION = 1

/** Enough to tell a bundle of a later version from something that is no bundle at all. */
const Header = z.looseObject({ format: z.literal('tierwise'), schemaVersion: z.int().min(1) })

/** The text of a `.tierwise` file: the same bundle always gives the same bytes. */
export const writeBundle = (bundle: Omit<ScenarioBundle, 'hash'>): string =>
  `${canonicalJson({ ...bundle, hash: hashOf(bundle) }, 2)}\n`

/** Of what a file holds as it stands: a later version may read more into it, and must find it unchanged all the same. */
const hashOf = (held: Readonly<Record<string, unknown>>): string =>
  createHash('sha256').update(canonicalJson(held)).digest('hex')

/** The text itself, or why it could not be read again: a file that opens nowhere is worse than none. */
export function withinLimits(text: string): Result<string> {
  const excess = excessOf(text)
  if (excess) return refuse(excess)
  if (Buffer.byteLength(text) <= MOST_BUNDLE_BYTES) return succeed(text)
  const message = `The file would be larger than ${MOST_BUNDLE_SIZE}, the most that a Tierwise file may be.`
  return refuse({ code: 'bundle.too_large', message, path: '' })
}

/**
 * Reads the text of a `.tierwise` file; `onJson` is told once it is known to be JSON of a file's size. Whether its scenario
 * can be billed is for those to say who know the engine. Refused with `bundle.not_json`, `bundle.too_deep`,
 * `bundle.too_many_values`, `bundle.forbidden_key`, and as `bundleIn`.
 */
export function readBundle(text: string, onJson: () => void = () => {}): Result<ScenarioBundle> {
  const json = readUntrustedJson(text)
  if (!json.ok) return json
  onJson()
  return bundleIn(json.value)
}

/**
 * The bundle that a value from a file is. Refused with `bundle.unknown`, `bundle.newer`, the path of every field that is
 * not as it should be, and `bundle.hash_mismatch`.
 */
export function bundleIn(value: unknown): Result<ScenarioBundle> {
  const header = Header.safeParse(value)
  if (!header.success) {
    const message = 'This is not a Tierwise file: it does not say that it is one.'
    return refuse({ code: 'bundle.unknown', message, path: header.error.issues[0]?.path.join('.') ?? '' })
  }
  if (header.data.schemaVersion > NEWEST_VERSION) {
    const message = 'This file was made by a newer version of Tierwise; update Tierwise to open it.'
    return refuse({ code: 'bundle.newer', message, path: 'schemaVersion' })
  }
  const bundle = parse(ScenarioBundle, value)
  if (!bundle.ok) return bundle
  const { hash, ...held } = header.data
  if (hash === hashOf(held)) return bundle
  const message = 'The file was changed after Tierwise wrote it: what it holds does not fit its own checksum.'
  return refuse({ code: 'bundle.hash_mismatch', message, path: 'hash' })
}
