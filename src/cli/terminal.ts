/** Where a command prints, and what it knows of its surroundings. */
export interface Terminal {
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Results. */
  out(text: string): void;
  /** Everything else. */
  err(text: string): void;
  readonly outIsTerminal: boolean;
  readonly errIsTerminal: boolean;
  readonly columns: number;
}

/** The terminal of this process. A reader that closes its end early (`| head`) is no error. */
export function processTerminal(): Terminal {
  const { stdout, stderr } = process;
  return {
    cwd: process.cwd(),
    environment: process.env,
    out: writer(stdout),
    err: writer(stderr),
    outIsTerminal: stdout.isTTY === true,
    errIsTerminal: stderr.isTTY === true,
    columns: Math.min(100, stdout.columns || 100),
  };
}

function writer(stream: NodeJS.WriteStream): (text: string) => void {
  let isOpen = true;
  stream.on("error", (error: NodeJS.ErrnoException) => {
    isOpen = false;
    if (!closedCodes.has(error.code ?? "")) throw error;
  });
  return (text) => {
    if (isOpen && text !== "") stream.write(text);
  };
}

const closedCodes: ReadonlySet<string> = new Set([
  "EPIPE",
  "ECONNRESET",
  "ERR_STREAM_DESTROYED",
]);
