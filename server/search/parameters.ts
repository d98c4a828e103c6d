/** The values of a statement that is put together from parts: each part names its own, and nothing typed becomes SQL. */
export class Parameters {
  readonly values: unknown[] = [];

  /** The place of a value, such as $3. */
  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}
