import { z } from 'zod'
import type { Sql } from './sql.ts'
import type { TagCount } from './store.ts'

const Rows = z.array(z.object({ tag: z.string(), scenarios: z.int() }))

/**
 * Of the newest state of each scenario in use. What is said of a scenario comes first in its canonical JSON, so that one
 * that says nothing is told by its beginning; what damage made of another is no JSON, and has no tags.
 */
export const tagsIn = (sql: Sql): readonly TagCount[] =>
  Rows.parse(
    sql.all`
      SELECT tag.value AS tag, count(DISTINCT documents.id) AS scenarios
      FROM documents
        JOIN revisions ON revisions.document = documents.id AND revisions.revision = documents.revision,
        json_each(
          CASE WHEN content GLOB '{"about":*' AND json_valid(content) THEN content ELSE '{}' END,
          '$.about.tags') AS tag
      WHERE kind = 'scenario' AND deleted_at IS NULL AND tag.type = 'text'
      GROUP BY tag.value
      ORDER BY tag.value COLLATE NOCASE, tag.value`,
  )
