import { core, ZodArray, ZodRecord } from 'zod'
import { problemsIn } from './issues.ts'
import { MOST_PROBLEMS } from './problem-list.ts'

/*
 * Zod as the contracts use it: a list or a record that is wrong in a million places names the first hundred and says
 * how many more. Zod's own would keep a million, and hand them to a function as a million arguments.
 */
export * from 'zod'

/** Zod's `array`, which names no more than a hundred things that are wrong in its items. */
export function array<T extends core.$ZodType>(
  element: T,
  params?: string | core.$ZodArrayParams,
): ZodArray<T> {
  const BoundedArray = core.$constructor<ZodArray<T>>('BoundedArray', (inst, def) => {
    ZodArray.init(inst, def)
    const { parse } = inst._zod
    inst._zod.parse = (payload, context) => {
      const list: unknown = payload.value
      if (!Array.isArray(list) || list.length <= MOST_PROBLEMS || isTooLong(list, def))
        return parse(payload, context)
      return itemsOf(list, def.element, payload, context)
    }
  })
  return new BoundedArray({ type: 'array', element, ...core.util.normalizeParams(params) })
}

/** Zod's `record`, which names no more than a hundred things that are wrong in its values. */
export function record<K extends core.$ZodRecordKey, V extends core.$ZodType>(
  keyType: K,
  valueType: V,
  params?: string | core.$ZodRecordParams,
): ZodRecord<K, V> {
  const BoundedRecord = core.$constructor<ZodRecord<K, V>>('BoundedRecord', (inst, def) => {
    ZodRecord.init(inst, def)
    const { parse } = inst._zod
    inst._zod.parse = (payload, context) => {
      const { value, issues } = atOnce(parse({ value: payload.value, issues: [] }, context))
      const wrong = new Wrong()
      wrong.add(issues)
      return wrong.told(payload, value)
    }
  })
  return new BoundedRecord({ type: 'record', keyType, valueType, ...core.util.normalizeParams(params) })
}

type Payload = core.ParsePayload
type Context = core.ParseContextInternal

/** Zod refuses it for that alone, before it looks at any item. */
const isTooLong = (list: readonly unknown[], { checks }: core.$ZodTypeDef): boolean =>
  core.util.sizeCaps(checks).some(([most]) => list.length > most)

function itemsOf(
  list: readonly unknown[],
  element: core.SomeType,
  payload: Payload,
  context: Context,
): Payload {
  const wrong = new Wrong()
  const items: unknown[] = []
  for (const [index, value] of list.entries()) {
    const item = atOnce(element._zod.run({ value, issues: [] }, context))
    items.push(item.value)
    wrong.add(item.issues, index)
    if (context.abortEarly === true && item.issues.length > 0) break
  }
  return wrong.told(payload, items)
}

/** What is wrong in the parts of a value: the first hundred issues, and how many problems there are besides. */
class Wrong {
  readonly #issues: core.$ZodRawIssue[] = []
  #more = 0

  add(issues: readonly core.$ZodRawIssue[], index?: number): void {
    for (const issue of issues) {
      if (this.#issues.length >= MOST_PROBLEMS) this.#more += problemsIn(issue)
      else this.#issues.push(index === undefined ? issue : { ...issue, path: [index, ...(issue.path ?? [])] })
    }
  }

  told(payload: Payload, value: unknown): Payload {
    payload.value = value
    for (const issue of this.#issues) payload.issues.push(issue)
    if (this.#more > 0) payload.issues.push({ code: 'custom', input: value, params: { more: this.#more } })
    return payload
  }
}

/** No contract waits for anything while it reads. */
function atOnce(payload: Payload | Promise<Payload>): Payload {
  if (payload instanceof Promise) throw new core.$ZodAsyncError()
  return payload
}
