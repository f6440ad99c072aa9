import { TagsInput } from '@mantine/core'
import { TextField } from '#renderer/fields/TextField.tsx'
import { aboutOf, sayAbout } from '#renderer/state/about-scenario.ts'
import { useAnswer } from '#renderer/state/answers.ts'
import { useContent } from '#renderer/state/draft.ts'

const MOST_NAME = 1000
const MOST_TEXT = 20_000
const MOST_TAGS = 50

/** What the scenario is for: it is found by it, and nothing in it is billed. */
export function AboutInputs() {
  const content = useContent()
  const { value: known = [] } = useAnswer('library.tags', {})
  if (content === null) return null
  const { question, lookFor, tags, notes, customer, branchOf } = aboutOf(content)
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
      <TagsInput
        label="Tags"
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
