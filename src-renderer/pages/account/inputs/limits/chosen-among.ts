/**
 * What is chosen of a list of which only a part is `shown`, once there are other `values` in that part: what is out of
 * sight stays, and each is there once.
 */
export function chosenAmong(
  before: readonly string[],
  shown: readonly string[],
  values: readonly string[],
): readonly string[] {
  const gone = new Set(shown.filter((one) => !values.includes(one)))
  return [...new Set([...before.filter((one) => !gone.has(one)), ...values])]
}
