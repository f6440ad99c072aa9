/** So many openings are remembered: more are not asked about before they are answered. */
const MOST = 16

/** What was opened by which job, for who asks of a result by the job that opens it. */
export class OpenedBy {
  /** In the order in which they were opened. */
  readonly #ids = new Map<string, string>()

  note(token: string, id: string): void {
    this.#ids.delete(token)
    this.#ids.set(token, id)
    const [oldest] = this.#ids.keys()
    if (this.#ids.size > MOST && oldest !== undefined) this.#ids.delete(oldest)
  }

  /** The result that was opened by the job of this token; where none was, it is a result's id. */
  idOf(tokenOrId: string): string {
    return this.#ids.get(tokenOrId) ?? tokenOrId
  }
}
