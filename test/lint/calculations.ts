import { parseSync, Visitor } from 'vite'

/** A place where a source works out a figure, and what it does there. */
export interface Calculation {
  readonly line: number
  readonly what: string
}

/** What makes a number of a text: figures of an answer are texts, and without this none can be reckoned with. */
const READERS: ReadonlySet<string> = new Set(['Number', 'BigInt', 'parseFloat', 'parseInt', 'microsOf'])

const ARITHMETIC: ReadonlySet<string> = new Set(['-', '*', '/', '%', '**', '-=', '*=', '/=', '%=', '**='])

/** What joins or orders texts by their letters and does so silently: wrong for amounts wherever it is written. */
const BY_LETTERS: ReadonlySet<string> = new Set(['+', '+=', '<', '>', '<=', '>='])

/** Every place in a source where numbers are worked out or read from texts. */
export function calculationsIn(file: string, source: string): readonly Calculation[] {
  const found: Calculation[] = []
  const holders = new Set<number>()
  const note = (start: number, what: string) => found.push({ line: lineAt(source, start), what })
  new Visitor({
    BinaryExpression({ operator, start }) {
      if (ARITHMETIC.has(operator)) note(start, operator)
    },
    AssignmentExpression({ operator, start }) {
      if (ARITHMETIC.has(operator)) note(start, operator)
    },
    UnaryExpression({ operator, argument, start }) {
      if ((operator === '+' || operator === '-') && argument.type !== 'Literal')
        note(start, `unary ${operator}`)
    },
    MemberExpression({ object }) {
      // `Number.POSITIVE_INFINITY` reads no text; what does, such as `Number.parseFloat`, has a name of its own.
      holders.add(object.start)
    },
    Identifier({ name, start }) {
      if (READERS.has(name) && !holders.has(start)) note(start, name)
    },
    Literal({ value, start }) {
      if (typeof value === 'bigint') note(start, 'a bigint')
    },
  }).visit(parsed(file, source))
  return found
}

/** Every place in a source where a field of that name, which holds an amount as a text, is joined or ordered by letters. */
export function amountsByLetters(
  file: string,
  source: string,
  amounts: ReadonlySet<string>,
): readonly Calculation[] {
  const found: Calculation[] = []
  const look = ({ operator, left, right, start }: Joined) => {
    const one = [left, right].map(fieldOf).find((name) => name !== undefined && amounts.has(name))
    if (one !== undefined && BY_LETTERS.has(operator))
      found.push({ line: lineAt(source, start), what: `${operator} of ${one}` })
  }
  new Visitor({ BinaryExpression: look, AssignmentExpression: look }).visit(parsed(file, source))
  return found
}

interface Joined {
  readonly operator: string
  readonly left: object
  readonly right: object
  readonly start: number
}

/** The field of `one.field` and `one?.field`; undefined for anything else. */
function fieldOf(node: object): string | undefined {
  if ('expression' in node && typeof node.expression === 'object' && node.expression !== null)
    return fieldOf(node.expression)
  if (!('property' in node)) return undefined
  const { property } = node
  return typeof property === 'object' && property !== null && 'name' in property
    ? String(property.name)
    : undefined
}

const lineAt = (source: string, start: number): number => source.slice(0, start).split('\n').length

function parsed(file: string, source: string) {
  const { program, errors } = parseSync(file, source)
  if (errors.length > 0) throw new Error(`${file} cannot be read: ${errors[0]?.message ?? ''}`)
  return program
}
