import type {
  BodyDescriptor,
  PartDescriptor,
} from "../../runtime/descriptor.js";
import { convertElement } from "./convert-value.js";
import type { JsonDirection } from "./json-leaf.js";

/** The value of a message, to or from JSON. */
export function convertBody(
  body: BodyDescriptor,
  value: unknown,
  direction: JsonDirection,
): unknown {
  switch (body.kind) {
    case "empty":
      return value;
    case "element":
      return convertElement(body.element(), value, direction);
    case "xml":
      return body.property === undefined
        ? convertElement(body.root(), value, direction)
        : mapRecord(value, (property, member) =>
            property === body.property
              ? convertElement(body.root(), member, direction)
              : member,
          );
    default: {
      const parts = new Map(
        body.parts().map((part) => [part.property, part] as const),
      );
      return mapRecord(value, (property, member) => {
        const part = parts.get(property);
        return part === undefined
          ? member
          : convertPart(part, member, direction);
      });
    }
  }
}

function convertPart(
  part: PartDescriptor,
  value: unknown,
  direction: JsonDirection,
): unknown {
  const { item, max = 1 } = part;
  const convert = (one: unknown): unknown =>
    convertElement(part, one, direction);
  if (item !== undefined)
    return mapRecord(value, (property, member) =>
      property === item && Array.isArray(member) ? member.map(convert) : member,
    );
  return max > 1 && Array.isArray(value) ? value.map(convert) : convert(value);
}

function mapRecord(
  value: unknown,
  convert: (property: string, member: unknown) => unknown,
): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return value;
  return Object.fromEntries(
    Object.entries(value).map(([property, member]) => [
      property,
      convert(property, member),
    ]),
  );
}
