import { expect } from "vitest";
import type {
  ComplexTypeDescriptor,
  ElementDescriptor,
  ParticleDescriptor,
  TypeDescriptor,
} from "../../../../src/runtime/descriptor.js";
import {
  decodeDocument,
  encodeDocument,
} from "../../../../src/runtime/codec/document.js";
import { isSoapError } from "../../../../src/runtime/soap-error.js";
import * as xsd from "../../../../src/runtime/xsd.js";

export const ns = "urn:t";

export function element(type: TypeDescriptor): ElementDescriptor {
  return { element: "r", namespace: ns, type };
}

export function sequence(
  members: readonly ParticleDescriptor[],
  more: Partial<ComplexTypeDescriptor> = {},
): ElementDescriptor {
  return element({
    kind: "complex",
    namespace: ns,
    members: () => members,
    ...more,
  });
}

/** `inner` is the content, in the default namespace. */
export function decode(
  descriptor: ElementDescriptor,
  inner: string,
  attributes = "",
): unknown {
  const xsi = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
  const xml = `<r xmlns="${ns}" ${xsi} ${attributes}>${inner}</r>`;
  return decodeDocument(descriptor, xml);
}

export function errorOf(run: () => unknown): Record<string, unknown> {
  try {
    run();
  } catch (error) {
    if (isSoapError(error)) return { ...error, message: error.message };
    throw error;
  }
  throw new Error("nothing was refused");
}

export function expectRoundTrip(
  descriptor: ElementDescriptor,
  value: unknown,
): string {
  const xml = encodeDocument(descriptor, value);
  expect(decodeDocument(descriptor, xml)).toEqual(value);
  return xml;
}

export const int = (name: string, more: object = {}): ParticleDescriptor => ({
  element: name,
  type: xsd.int,
  ...more,
});
