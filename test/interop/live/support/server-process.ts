import { spawn } from "node:child_process";
import { connect } from "node:net";

export interface ServerCommand {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** Port of loopback that it listens on. */
  readonly port: number;
  /** Debian packages that bring the program. */
  readonly packages: string;
}

export interface ServerProcess {
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string;
  /** What it has printed. */
  output(): string;
  stop(): Promise<void>;
}

const PATIENCE = 60_000;
const PAUSE = 50;

/** Starts a server, and waits until it listens. */
export async function startServer(
  command: ServerCommand,
): Promise<ServerProcess> {
  const { program, args, cwd, port, packages } = command;
  // Local times would differ from machine to machine.
  const env = { ...process.env, TZ: "UTC" };
  const child = spawn(program, args, { cwd, env, stdio: "pipe" });
  const printed: string[] = [];
  const ended = new Promise<string>((resolve) => {
    child.once("error", ({ message }) => resolve(message));
    child.once("close", (code) => resolve(`it ended with ${code}`));
  });
  child.stdout.on("data", (chunk: Buffer) => printed.push(chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => printed.push(chunk.toString()));
  const output = (): string => printed.join("");
  const problem = await Promise.race([ended, listening(port)]);
  if (problem !== undefined) {
    child.kill("SIGKILL");
    throw new Error(
      `${program} (Debian: ${packages}) does not listen: ${problem}\n${output()}`,
    );
  }
  const stop = async (): Promise<void> => {
    child.kill("SIGKILL");
    await ended;
  };
  return { origin: `http://127.0.0.1:${port}`, output, stop };
}

/** Undefined as soon as the port answers. */
async function listening(port: number): Promise<string | undefined> {
  const end = Date.now() + PATIENCE;
  while (Date.now() < end) {
    if (await accepts(port)) return undefined;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
  return `nothing within ${PATIENCE} ms`;
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1" });
    const end = (result: boolean) => (): void => {
      socket.destroy();
      resolve(result);
    };
    socket.once("connect", end(true));
    socket.once("error", end(false));
  });
}
