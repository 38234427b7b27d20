/** A value to send, and how a server that understood it describes it. */
export interface Scenario {
  readonly name: string;
  readonly operation:
    "echoScalars" | "echoPerson" | "echoShapes" | "echoTexts" | "echoBytes";
  readonly value: unknown;
  /** `what=text` lines, made by the server out of its own native values. */
  readonly view: readonly string[];
}
