import { isAtMost } from '#shared/micros.ts'

/** Which of two figures comes first, the smaller, exactly and however long they are: for sorting. */
export const figureOrder = (one: string, other: string): number =>
  one === other ? 0 : isAtMost(one, other) ? -1 : 1
