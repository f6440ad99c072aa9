import { MultiSelect, Switch, TagsInput } from '@mantine/core'
import type { Plan } from '#shared/catalog.ts'
import { QUIET_LABEL, TextField } from '#renderer/fields/TextField.tsx'
import { aboutOf, sayAbout } from '#renderer/state/about-scenario.ts'
import { useAnswer } from '#renderer/state/answers.ts'
import { useContent } from '#renderer/state/draft.ts'
import { useResults } from '#renderer/state/results.ts'

const MOST_NAME = 1000
const MOST_TEXT = 20_000
const MOST_TAGS = 50
const NO_PLANS: readonly Plan[] = []

/** What the scenario is for: it is found by it, and nothing in it is billed. */
export function AboutInputs() {
  const content = useContent()
  const { value: known = [] } = useAnswer('library.tags', {})
  const plans = useResults((results) => results.catalog?.plans ?? NO_PLANS)
  if (content === null) return null
  const { question, lookFor, tags, notes, customer, internal, branchOf } = aboutOf(content)
  return (
    <>
      <TextField
        label="Question"
        value={question}
        most={MOST_NAME}
        placeholder="What is it to answer?"
        onChange={(text) => sayAbout('question', { question: text })}
      />
      <TextField
        label="What to look for"
        value={lookFor}
        most={MOST_TEXT}
        lines={2}
        onChange={(text) => sayAbout('text on what to look for', { lookFor: text })}
      />
      <TextField
        label="Customer"
        value={customer}
        most={MOST_NAME}
        placeholder="Whose account is it?"
        onChange={(text) => sayAbout('customer', { customer: text })}
      />
      <Switch
        label="Keep the question from the customer’s page"
        checked={internal.question}
        onChange={(event) =>
          sayAbout('customer’s page', { internal: { ...internal, question: event.currentTarget.checked } })
        }
      />
      <MultiSelect
        label="Plans kept from the customer’s page"
        labelProps={QUIET_LABEL}
        size="xs"
        data={plans.map(({ id, name }) => ({ value: id, label: name }))}
        value={[...internal.plans]}
        onChange={(kept) => sayAbout('customer’s page', { internal: { ...internal, plans: kept } })}
      />
      <TagsInput
        label="Tags"
        labelProps={QUIET_LABEL}
        size="xs"
        data={known.map(({ tag }) => tag)}
        maxTags={MOST_TAGS}
        value={tags}
        onChange={(words) => sayAbout('tags', { tags: words })}
      />
      <TextField
        label="Notes"
        hint="For you and whoever works on it: never printed, and left out of files."
        value={notes}
        most={MOST_TEXT}
        lines={3}
        onChange={(text) => sayAbout('notes', { notes: text })}
      />
      {branchOf === null ? null : <p>Branched from “{branchOf.name}”.</p>}
    </>
  )
}
