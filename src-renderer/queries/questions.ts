import type { Method } from '#shared/api.ts'

/**
 * The calls that only ask, and how long their answers hold: `always` where an answer rests on its input alone, `until
 * told` where it is of the store, which may change. What is not listed changes something and is never kept.
 */
export const QUESTIONS = {
  'app.info': 'always',
  'catalogs.list': 'always',
  'catalogs.get': 'always',
  'analysis.compare': 'always',
  'analysis.curves': 'always',
  'analysis.crossovers': 'always',
  'analysis.envelope': 'always',
  'analysis.variants': 'always',
  'analysis.bothFailures': 'always',
  'analysis.bestUpgrade': 'always',
  'analysis.attribution': 'always',
  'scenarios.run': 'always',
  'scenarios.monthlyUsage': 'always',
  'scenarios.explain': 'always',
  'scenarios.events': 'always',
  'documents.validate': 'always',
  'documents.schema': 'always',
  'library.list': 'until told',
  'library.get': 'until told',
  'library.revisions': 'until told',
  'library.revision': 'until told',
} as const satisfies Partial<Record<Method, 'always' | 'until told'>>

export type Question = keyof typeof QUESTIONS
