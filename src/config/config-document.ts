import {
  pathKey,
  spanAt,
  type JsonPlace,
  type SourceText,
  type Span,
} from "../source/index.js";

/** A loaded config before validation: any value, and where its parts stand. */
export interface ConfigDocument {
  /** Absolute path of the folder that its paths are relative to. */
  readonly folder: string;
  readonly source: SourceText;
  readonly value: unknown;
  /** Keys that lead to the value within the file (package.json: "soapstone"). */
  readonly prefix: readonly string[];
  /** Empty for configs that are programs. */
  readonly places: ReadonlyMap<string, JsonPlace>;
}

/** Where a member stands, or the nearest one around it that has a known place. */
export function locate(
  document: ConfigDocument,
  path: readonly string[],
): Span {
  const full = [...document.prefix, ...path];
  for (let length = full.length; length > 0; length--) {
    const place = document.places.get(pathKey(full.slice(0, length)));
    if (place) return spanAt(document.source, place.offset, place.length);
  }
  return spanAt(document.source, 0);
}
