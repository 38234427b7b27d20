import type { CommandCall } from "./command.js";

/** Whether the result is to be data: who asks for problems as JSON reads the result by a program, too. */
export function wantsData(
  { switches }: Pick<CommandCall, "switches">,
  format: string | undefined,
): boolean {
  return switches.has("json") || format === "json";
}
