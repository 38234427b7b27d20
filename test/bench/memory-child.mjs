// What decoding the message in a file takes at most: `node --expose-gc memory-child.mjs WSDL SMALL MESSAGE`.
import { readFileSync } from "node:fs";
import { compile } from "../../dist/index.js";

const [, , wsdl, small, message] = process.argv;
const sdk = await compile([wsdl]);
// Warm: what is compiled and cached once is not the message's.
const warm = readFileSync(small, "latin1");
for (let i = 0; i < 20; i++) sdk.decodeResponse("List", warm);
const envelope = readFileSync(message, "latin1");
globalThis.gc();
const before = process.memoryUsage().heapUsed;
const held = process.memoryUsage().rss - envelope.length;
const value = sdk.decodeResponse("List", envelope);
const peak = process.resourceUsage().maxRSS * 1024;
globalThis.gc();
const retained = process.memoryUsage().heapUsed - before;
process.stdout.write(
  JSON.stringify({
    bytes: envelope.length,
    peak: peak - held,
    value: retained,
    // Used after the measurement, so that nothing of it is collected before.
    orders: value.Order.length,
  }),
);
