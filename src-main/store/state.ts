import { canonicalJson } from '#shared/canonical-json.ts'
import type { NewContent, ScenarioContent } from '#shared/library.ts'

/** One state of a document, as it is written. */
export interface State {
  readonly name: string
  /** Canonical JSON. */
  readonly content: string
}

/**
 * A document as it is written. A scenario bears its document's name, the one a person sees, so that a file, a run and
 * its input hash say the same whatever it was made as.
 */
export const stateOf = (name: string, document: NewContent): State => ({
  name,
  content: canonicalJson(document.kind === 'scenario' ? bearing(name, document.content) : document.content),
})

export const bearing = (name: string, content: ScenarioContent): ScenarioContent =>
  content.scenario.name === name ? content : { ...content, scenario: { ...content.scenario, name } }
