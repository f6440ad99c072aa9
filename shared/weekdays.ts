/** The days of a week, in its order. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof WEEKDAYS)[number]

/** What is said of each day, in the order of the week. */
export const inWeekOrder = <T>(days: Readonly<Record<Weekday, T>>): readonly T[] =>
  WEEKDAYS.map((day) => days[day])
