/** What a run read of one service, in numbers. */
export interface ServiceAccount {
  readonly name: string;
  /** Files that were read, pages among them, without those of overrides. */
  readonly documents: number;
  /** Files of documentation, and those of which something was understood. */
  readonly pages: number;
  readonly pagesUnderstood: number;
  readonly operations: number;
  readonly types: number;
  /** Facts by how sure they are: types and occurrences of all members. */
  readonly certain: number;
  readonly likely: number;
  readonly assumed: number;
  readonly unknown: number;
  /** Those of the certain ones that an overrides file says. */
  readonly overridden: number;
  /** Places where inputs contradict each other. */
  readonly conflicts: number;
  /** Damage of captures that was put right. */
  readonly repairs: number;
  /** Passages of pages that were not understood. */
  readonly notUnderstood: number;
}
