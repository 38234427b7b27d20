import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { createSink } from "../../src/diagnostics/index.js";
import { createSourceText } from "../../src/source/index.js";
import {
  attributeValue,
  childElements,
  parseXml,
  type XmlElement,
} from "../../src/xml/index.js";

const XSD = "http://www.w3.org/2001/XMLSchema";

interface Inline {
  readonly namespace: string;
  readonly file: string;
}

/**
 * Writes the schemas inside a WSDL, and those of the WSDLs it imports, as files of their own beside a driver that
 * imports them all: a schema as libxml2 wants it. Gives the driver's path; undefined where there is no schema.
 */
export function writeDriver(wsdl: string, folder: string): string | undefined {
  mkdirSync(folder, { recursive: true });
  const inlines: Inline[] = [];
  collect(wsdl, folder, { seen: new Set(), inlines });
  if (inlines.length === 0) return undefined;
  const byNamespace = new Map<string, string[]>();
  for (const { namespace, file } of inlines) {
    byNamespace.set(namespace, [...(byNamespace.get(namespace) ?? []), file]);
  }
  const imports = [...byNamespace].map(([namespace, files], index) => {
    // Of several documents of one namespace only the first would be read.
    const [only = ""] = files;
    const file = files.length === 1 ? only : join(folder, `all${index}.xsd`);
    if (files.length > 1) {
      const includes = files.map(
        (each) => `<include schemaLocation="${each}"/>`,
      );
      const target = namespace === "" ? "" : ` targetNamespace="${namespace}"`;
      writeFileSync(
        file,
        `<schema xmlns="${XSD}"${target}>${includes.join("")}</schema>`,
      );
    }
    const name = namespace === "" ? "" : ` namespace="${namespace}"`;
    return `<import${name} schemaLocation="${file}"/>`;
  });
  const driver = join(folder, "driver.xsd");
  writeFileSync(
    driver,
    `<schema xmlns="${XSD}" targetNamespace="urn:driver">${imports.join("")}</schema>`,
  );
  return driver;
}

interface Found {
  readonly seen: Set<string>;
  readonly inlines: Inline[];
}

function collect(wsdl: string, folder: string, found: Found): void {
  if (found.seen.has(wsdl) || !existsSync(wsdl)) return;
  found.seen.add(wsdl);
  const text = readFileSync(wsdl, "utf8");
  const root = parseXml(createSourceText(wsdl, text), createSink())?.root;
  if (root === undefined) return;
  for (const child of childElements(root)) {
    const location = attributeValue(child, "location");
    if (child.local === "import" && location !== undefined) {
      collect(resolve(dirname(wsdl), location), folder, found);
    }
    if (child.local !== "types") continue;
    for (const schema of childElements(child)) {
      if (schema.local !== "schema" || schema.namespace !== XSD) continue;
      const file = join(folder, `inline${found.inlines.length}.xsd`);
      const namespace = attributeValue(schema, "targetNamespace") ?? "";
      found.inlines.push({ namespace, file });
      writeFileSync(file, extract(schema, text, dirname(wsdl)));
    }
  }
}

/** The schema's text with the declarations that are in scope, and locations that lead to where they led. */
function extract(schema: XmlElement, text: string, folder: string): string {
  const { offset, length } = schema.span;
  const whole = text.slice(offset, offset + length);
  const head = /^<[^\s/>]+/.exec(whole)?.[0] ?? "";
  const tag = /^[^>]*/.exec(whole)?.[0] ?? "";
  const declared = [...schema.namespaces]
    .filter(([prefix]) => prefix !== "xml" && prefix !== "xmlns")
    .map(([prefix, name]) => [
      prefix === "" ? "xmlns" : `xmlns:${prefix}`,
      name,
    ])
    .filter(([name]) => !new RegExp(`\\s${name}\\s*=`).test(tag))
    .map(([name, value]) => ` ${name}="${value}"`);
  const body = whole
    .slice(head.length)
    .replace(
      /(schemaLocation\s*=\s*)(["'])(.*?)\2/g,
      (_all, name: string, _quote, location: string) => {
        const isRelative = !/^[a-z]+:/i.test(location);
        const target = isRelative
          ? pathToFileURL(resolve(folder, location)).href
          : location;
        return `${name}"${target}"`;
      },
    );
  return head + declared.join("") + body;
}
