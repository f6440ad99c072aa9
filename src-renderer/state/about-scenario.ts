import type { About } from '#shared/about.ts'
import type { WindowContent } from '#shared/window-document.ts'
import { editContent } from './draft.ts'

const NOTHING: About = {
  question: '',
  lookFor: '',
  tags: [],
  notes: '',
  customer: '',
  internal: { question: false, plans: [] },
  example: null,
  branchOf: null,
}

/** What is said of a scenario; nothing where nothing is. */
export const aboutOf = ({ about }: WindowContent): About => about ?? NOTHING

/** Says something else of a scenario; one of which nothing is said any more says nothing. */
export function withAbout(content: WindowContent, change: Partial<About>): WindowContent {
  const { about: _before, ...rest } = content
  const about = { ...aboutOf(content), ...change }
  return JSON.stringify(about) === JSON.stringify(NOTHING) ? rest : { ...rest, about }
}

/** Says something else of the open scenario; `what` is what undo calls it. */
export function sayAbout(what: string, change: Partial<About>): void {
  editContent({
    label: `Change the ${what}`,
    of: `about ${what}`,
    change: (content) => withAbout(content, change),
  })
}
