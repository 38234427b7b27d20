import { createOperation } from "../../../../src/runtime/index.js";
import type {
  BinaryContent,
  MessageDescriptor,
  ServiceDescriptor,
  SimpleTypeDescriptor,
} from "../../../../src/runtime/index.js";
import * as features from "../../../../src/runtime/features.js";
import * as xsd from "../../../../src/runtime/xsd.js";

export const service: ServiceDescriptor = {
  name: "Files",
  defaultPort: "P",
  ports: { P: { protocol: "soap11", address: "http://localhost/" } },
};

export const tiny: SimpleTypeDescriptor = {
  kind: "restriction",
  base: xsd.base64Content,
  maxLength: 3,
};

export interface Files {
  readonly tiny?: BinaryContent;
  readonly name: string;
  readonly data?: readonly BinaryContent[];
  /** Beside the message. */
  readonly first?: BinaryContent;
  readonly second?: BinaryContent;
}

export const message: MessageDescriptor = {
  body: {
    kind: "element",
    element: () => ({
      element: "files",
      namespace: "urn:f",
      type: {
        kind: "complex",
        namespace: "urn:f",
        members: () => [
          { element: "name", type: xsd.string },
          { element: "data", type: xsd.base64Content, min: 0, max: Infinity },
          { element: "tiny", type: tiny, min: 0 },
        ],
      },
    }),
  },
};

export const attached = ["first", "second"].map((property) => ({
  property,
  contentTypes: ["image/png"],
  streamed: true as const,
}));

export function operation(isAttached: boolean) {
  const own = isAttached ? { ...message, attachments: attached } : message;
  return createOperation<Files, Files>({
    name: "Echo",
    uses: [features.streams, features.lengths],
    streams: true,
    bindings: [{ ports: ["P"], request: own, response: own }],
  });
}

export const echo = operation(false);
export const exchange = operation(true);

/** Sends back what comes, in chunks of some bytes. */
export function echoing(size: number, seen: RequestInit[] = []): typeof fetch {
  return async (input, init) => {
    seen.push(init ?? {});
    const request = new Request(input, init);
    const bytes = new Uint8Array(await request.arrayBuffer());
    const headers = {
      "Content-Type": request.headers.get("content-type") ?? "",
    };
    return new Response(inChunks(bytes, size), { headers });
  };
}

export function inChunks(
  bytes: Uint8Array,
  size: number,
): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, (at += size)));
    },
  });
}

export async function bytesOf(
  content: BinaryContent | undefined,
): Promise<Uint8Array> {
  return new Uint8Array((await content?.arrayBuffer()) ?? new ArrayBuffer(0));
}

export const pattern = (
  length: number,
  step: number,
): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length }, (_, at) => (at * step) & 255);
/** Things that look like the end of a part. */
export const tricky = new TextEncoder().encode(
  "--b\r\n--b--\r\n\r\n--bound\r\n--",
);
export const boundary = (): string => "bound2";
