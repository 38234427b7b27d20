import { expect } from "vitest";
import { createSink, type Diagnostic } from "../../../src/diagnostics/index.js";
import type { SchemaFragment, SchemaSet } from "../../../src/model/index.js";
import { linkSchemas } from "../../../src/link/schemas/index.js";
import {
  readSchema,
  type SchemaDocument,
} from "../../../src/read/xsd/index.js";
import { createSourceText } from "../../../src/source/index.js";
import { parseXml, type XmlElement } from "../../../src/xml/index.js";

export const TARGET = "urn:t";

export function rootOf(text: string): XmlElement {
  const sink = createSink();
  const root = parseXml(createSourceText("test.xsd", text), sink)?.root;
  expect(sink.diagnostics).toEqual([]);
  if (root === undefined) throw new Error("no root");
  return root;
}

/** A schema document with the target namespace `urn:t`, prefixes `xs` and `t`. */
export function schemaText(
  body: string,
  attributes = 'elementFormDefault="qualified"',
): string {
  return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="${TARGET}" xmlns:soapenc="http://schemas.xmlsoap.org/soap/encoding/" xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" targetNamespace="${TARGET}" ${attributes}>${body}</xs:schema>`;
}

export interface Reading extends SchemaDocument {
  readonly diagnostics: readonly Diagnostic[];
  readonly codes: readonly string[];
}

export function read(text: string, targetNamespace?: string): Reading {
  const sink = createSink();
  const options =
    targetNamespace === undefined ? { sink } : { sink, targetNamespace };
  const document = readSchema(rootOf(text), options);
  const { diagnostics } = sink;
  return {
    ...document,
    diagnostics,
    codes: diagnostics.map(({ code }) => code),
  };
}

export interface Linking {
  readonly set: SchemaSet;
  readonly diagnostics: readonly Diagnostic[];
  readonly codes: readonly string[];
}

export function link(...bodies: readonly string[]): Linking {
  const sink = createSink();
  const fragments: SchemaFragment[] = bodies.map(
    (body) =>
      readSchema(
        rootOf(body.includes("<xs:schema") ? body : schemaText(body)),
        { sink },
      ).fragment,
  );
  const set = linkSchemas(fragments, sink);
  const { diagnostics } = sink;
  return { set, diagnostics, codes: diagnostics.map(({ code }) => code) };
}

/** The value without origins, for comparing what it says. */
export function meaning(value: unknown): unknown {
  const text = JSON.stringify(value, (key, item: unknown) =>
    key === "origin" ? undefined : item,
  );
  return text === undefined ? undefined : JSON.parse(text);
}
