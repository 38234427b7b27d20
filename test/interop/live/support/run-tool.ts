import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** Runs a compiler or generator of a stack; rejects with what it printed, and the packages that bring it. */
export async function runTool(
  packages: string,
  program: string,
  args: readonly string[],
  cwd: string,
): Promise<void> {
  try {
    await promisify(execFile)(program, args, { cwd, maxBuffer: 1 << 26 });
  } catch (error) {
    const { message, stdout, stderr } = {
      message: String(error),
      stdout: "",
      stderr: "",
      // What execFile rejects with has the output beside the message.
      ...(error as { readonly stdout?: string; readonly stderr?: string }),
    };
    throw new Error(
      `${program} (Debian: ${packages}) failed: ${message}\n${stdout}${stderr}`,
      { cause: error },
    );
  }
}
