import type {
  BinaryContent,
  Client,
  ClientOptions,
  Operation,
} from "../../../src/runtime/index.js";
import { describeBytes, patternStream } from "./pattern.js";

/** What a test needs of an SDK whose binary values are streamed. */
export interface StreamSdk {
  readonly createInteropClient: (options: ClientOptions) => Client;
  readonly mtom: () => NonNullable<ClientOptions["packaging"]>;
  readonly binaryContent: (source: ReadableStream<Uint8Array>) => BinaryContent;
  readonly echoBytes: Operation<
    { readonly value: BinaryContent },
    { readonly value: BinaryContent; readonly view?: readonly string[] }
  >;
}

export interface StreamReport {
  readonly sent: string;
  readonly received: string;
  /** Bytes of memory that the process had more than at its start, at most. */
  readonly growth: number;
}

/** Sends a content and receives one, `size` bytes each, and watches the memory of the process. */
export async function runStreams(
  sdk: StreamSdk,
  { origin, size }: { readonly origin: string; readonly size: number },
): Promise<StreamReport> {
  const call = (path: string, bytes: number) => {
    const endpoint = `${origin}${path}`;
    const client = sdk.createInteropClient({ endpoint, packaging: sdk.mtom() });
    const value = sdk.binaryContent(patternStream(bytes));
    return sdk.echoBytes(client, { value });
  };
  // What a first call needs anyway does not count.
  await call("/sink", 1000);
  await describeBytes((await call("/source?1000", 1)).value.stream());
  const memory = watchMemory();
  const { view = [] } = await call("/sink", size);
  const answer = await call(`/source?${size}`, 1);
  const received = await describeBytes(answer.value.stream(), memory.look);
  return { sent: view.join(), received, growth: memory.growth() };
}

function watchMemory(): {
  readonly look: () => void;
  readonly growth: () => number;
} {
  const start = process.memoryUsage().rss;
  let most = start;
  const look = (): void => {
    most = Math.max(most, process.memoryUsage().rss);
  };
  const timer = setInterval(look, 10);
  return {
    look,
    growth: () => {
      clearInterval(timer);
      look();
      return most - start;
    },
  };
}
