import type { QName, SampleElement } from "../model/index.js";
import { isEncodingNamespace } from "./inline-references.js";
import { resolveQName } from "./resolve-qname.js";
import type { ArrayShape } from "./shape.js";

/** What an encoded element says of its items: `arrayType` (SOAP 1.1 §5.4.2), `itemType` and `arraySize` (1.2). */
export function encodedArray(element: SampleElement): ArrayShape | undefined {
  const arrayType = encodingAttribute(element, "arrayType");
  if (arrayType !== undefined) {
    const bracket = arrayType.indexOf("[");
    const cut = bracket < 0 ? arrayType.length : bracket;
    const itemType = resolveQName(arrayType.slice(0, cut), element);
    return shape(itemType, arrayType.slice(cut));
  }
  const arraySize = encodingAttribute(element, "arraySize");
  const itemType = encodingAttribute(element, "itemType");
  if (arraySize === undefined && itemType === undefined) return undefined;
  const ranks = (arraySize ?? "*").trim().split(/\s+/).length;
  return shape(
    itemType === undefined ? undefined : resolveQName(itemType, element),
    `[${",".repeat(ranks - 1)}]`,
  );
}

function shape(
  itemType: QName | undefined,
  brackets: string,
): ArrayShape | undefined {
  if (itemType === undefined) return undefined;
  const dimensions = brackets.replace(/[^[\],]/g, "");
  return {
    itemType,
    dimensions: /^(?:\[,*\])+$/.test(dimensions) ? dimensions : "[]",
  };
}

function encodingAttribute(
  { attributes }: SampleElement,
  local: string,
): string | undefined {
  return attributes.find(
    ({ name }) => name.local === local && isEncodingNamespace(name.namespace),
  )?.value;
}
