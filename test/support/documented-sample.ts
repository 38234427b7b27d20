import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createSink } from "../../src/diagnostics/index.js";
import type { Page, Protocol, Sample } from "../../src/model/index.js";
import { readPages } from "../../src/read/page/index.js";
import { createSourceText } from "../../src/source/index.js";

/** The pages of a file under `specs/`. */
export function readSpec(path: string): readonly Page[] {
  const url = new URL(`../../specs/${path}`, import.meta.url);
  const text = readFileSync(fileURLToPath(url), "utf8");
  return readPages(createSourceText(`specs/${path}`, text), createSink());
}

/** A documented message of a page. */
export function documentedSample(
  pages: readonly Page[],
  protocol: Protocol,
  role: Sample["role"],
): Sample {
  const sample = pages
    .flatMap((page) => page.samples)
    .find((each) => each.protocol === protocol && each.role === role);
  if (sample === undefined) throw new Error(`no ${protocol} ${role} sample`);
  return sample;
}

/**
 * The documented XML with the text of its leaves, and of its empty elements that values are given for, replaced in
 * document order.
 */
export function fillSample(sample: Sample, values: readonly string[]): string {
  let next = 0;
  const filled = sample.xml.replace(
    /(<([\w:.-]+)(?:\s[^<>]*)?>)([^<>]+)(?=<\/\2\s*>)/g,
    (_match, start: string, _name: string, text: string) => {
      if (text.trim() === "") return start + text;
      const value = values[next++];
      if (value === undefined) throw new Error(`no value for ${start}`);
      return start + value;
    },
  );
  if (next !== values.length) {
    throw new Error(`${values.length} values for ${next} leaves`);
  }
  return filled;
}
