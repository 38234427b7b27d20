/** What is wrong with a template of the user, carried to the one place that reports it. */
export class TemplateFailure extends Error {
  /** As `NAME.hbs`. */
  readonly file: string;
  readonly reason: string;

  constructor(file: string, reason: string) {
    super(`${file}: ${reason}`);
    this.file = file;
    this.reason = reason;
  }
}
