import { z } from 'zod'

/**
 * The keys of a JSON value in one text, as in `{plan, days: [{on, total}]}`, taken from its schema; what lies deeper
 * than so many levels is `…`.
 */
export function jsonShape(schema: z.ZodType, levels = 3): string {
  const inner = unwrapped(schema)
  if (inner instanceof z.ZodArray) return `[${element(inner.element, levels)}]`
  if (inner instanceof z.ZodObject) return levels === 0 ? '{…}' : `{${keys(inner, levels)}}`
  if (inner instanceof z.ZodUnion) {
    const options = inner.options.map((option) => element(option, levels))
    return [...new Set(options)].join(' | ')
  }
  return ''
}

const keys = ({ shape }: z.ZodObject, levels: number): string =>
  Object.entries(shape)
    .map(([key, value]) => {
      const nested = value instanceof z.ZodType ? jsonShape(value, levels - 1) : ''
      return ['', '[…]', '{}'].includes(nested) ? key : `${key}: ${nested}`
    })
    .join(', ')

const element = (schema: unknown, levels: number): string =>
  (schema instanceof z.ZodType ? jsonShape(schema, levels) : '') || '…'

/** What may be left out or null has the keys it has where it is there. */
function unwrapped(schema: z.ZodType): z.ZodType {
  const isWrapped =
    schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault
  if (!isWrapped) return schema
  const inner: unknown = schema.unwrap()
  return inner instanceof z.ZodType ? unwrapped(inner) : schema
}
