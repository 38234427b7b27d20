/** A mistake in the command line; the one thing besides our own bugs that is thrown here. */
export class UsageProblem extends Error {
  /** Whose help to point to; '' for the general one. */
  readonly command: string;

  constructor(message: string, command = "") {
    super(message);
    this.command = command;
  }
}
