import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { XMLParser } from "fast-xml-parser";
import { SaxesParser } from "saxes";
import { compile } from "../../dist/index.js";
import { milliseconds, printTable, ratio, timeCalls } from "./measure.mjs";
import { envelopeOf, namespace, valueOf, wsdl } from "./orders.mjs";
import { openPhp, openStrongSoap, openZeep } from "./soap-peers.mjs";

const require = createRequire(import.meta.url);

/** Decoding and encoding beside other programs, each over the same message. */
export async function benchCodec() {
  const folder = mkdtempSync(join(tmpdir(), "soapstone-bench-"));
  try {
    const path = join(folder, "orders.wsdl");
    writeFileSync(path, wsdl);
    const peers = {
      sdk: await compile([path]),
      soap: await openSoap(path),
      strongSoap: await openStrongSoap(path, folder),
      others: [openPhp(folder, path), openZeep(folder, path)],
    };
    for (const [title, count] of [
      ["1 kB", 2],
      ["100 kB", 240],
      ["5 MB", 11_900],
    ]) {
      await benchSize(title, valueOf(count), { ...peers, folder });
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function openSoap(path) {
  const { WSDL } = require("soap/lib/wsdl/index.js");
  const { readFileSync } = await import("node:fs");
  const peer = new WSDL(readFileSync(path, "utf8"), path, {});
  await new Promise((resolve, reject) => {
    peer.onReady((error) => (error ? reject(error) : resolve()));
  });
  return peer;
}

async function benchSize(title, value, peers) {
  const { sdk, soap, strongSoap, others, folder } = peers;
  const envelope = envelopeOf(sdk, value);
  const message = join(folder, "message.xml");
  writeFileSync(message, envelope);
  const valueFile = join(folder, "value.json");
  writeFileSync(valueFile, JSON.stringify(value));
  const decode = {
    soapstone: () => sdk.decodeResponse("List", envelope),
    ...tokenizers(envelope),
    soap: () => soap.xmlToObject(envelope),
    ...(strongSoap && { "strong-soap": () => strongSoap.decode(envelope) }),
  };
  const encode = {
    soapstone: () => sdk.encodeRequest("List", value),
    soap: () => soap.objectToDocumentXML("List", value, "t", namespace, "List"),
    ...(strongSoap && { "strong-soap": () => strongSoap.encode(value) }),
  };
  const outside = others.map((run) => run(message, valueFile));
  process.stdout.write(`\n${title} (${envelope.length} characters)\n`);
  printTable([
    ["decode", "median", "to soapstone"],
    ...(await rows(decode, outside, "decode")),
    ["encode", "", ""],
    ...(await rows(encode, outside, "encode")),
  ]);
}

function tokenizers(envelope) {
  const parser = new XMLParser({ ignoreAttributes: false });
  return {
    "saxes, tokens only": () => {
      const saxes = new SaxesParser({ xmlns: true });
      let count = 0;
      saxes.on("opentag", () => count++);
      saxes.on("text", () => count++);
      saxes.write(envelope).close();
    },
    "fast-xml-parser, untyped": () => parser.parse(envelope),
  };
}

async function rows(calls, outside, direction) {
  const times = Object.entries(await timeCalls(calls));
  const [[, base]] = times;
  for (const { name, ...medians } of outside)
    times.push([name, medians[direction]]);
  return times.map(([name, time]) =>
    time === undefined
      ? [`  ${name}`, "not installed", ""]
      : [`  ${name}`, milliseconds(time), ratio(time, base)],
  );
}
