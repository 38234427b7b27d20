import { type Edit, editMapped, type MappedText } from "./mapped-text.js";
import type { RepairLog } from "./repair-log.js";

/** `{% raw %}`, `{% endraw %}`, `{% highlight xml %}`: Jekyll's wrappers around text that must not be a template. */
const liquidTag =
  /\{%-?[ \t]{0,8}(?:end)?(?:raw|highlight)\b[^%{}\n]{0,60}%\}/g;

/** Takes Liquid's wrappers out. */
export function stripLiquid(mapped: MappedText, log: RepairLog): MappedText {
  const edits: Edit[] = [];
  for (const match of mapped.text.matchAll(liquidTag))
    edits.push({ offset: match.index, length: match[0].length, insert: "" });
  const [first] = edits;
  if (first !== undefined)
    log.add("took Liquid's raw markers out", mapped, {
      start: first.offset,
      end: first.offset + first.length,
    });
  return editMapped(mapped, edits);
}
