import type { Page } from "../model/index.js";
import type { LeafContext } from "./leaf.js";
import { operationName } from "./operation-name.js";

/** The pages of one operation. */
export interface OverloadPages {
  /** The element of the request; undefined where no page shows one. */
  readonly message: string | undefined;
  readonly pages: Map<Page, LeafContext>;
}

/**
 * Sorts pages by the name of their operation, and those of one name by their messages: the headings of overloads are the
 * same, only the elements of their requests differ (sample grammar A1).
 */
export function groupOverloads(
  pages: ReadonlyMap<Page, LeafContext>,
): ReadonlyMap<string, readonly OverloadPages[]> {
  const byName = new Map<string, OverloadPages[]>();
  for (const [page, context] of pages) {
    const name = operationName(page);
    const groups = byName.get(name) ?? [];
    byName.set(name, groups);
    const message = rootName(page, "request");
    const index = groups.findIndex((group) => belongs(page, message, group));
    const group = groups[index];
    if (group === undefined)
      groups.push({ message, pages: new Map([[page, context]]) });
    else {
      group.pages.set(page, context);
      groups[index] = { ...group, message: group.message ?? message };
    }
  }
  return byName;
}

/** A page without a request goes with the request that its reply is named after, if any is. */
function belongs(
  page: Page,
  message: string | undefined,
  group: OverloadPages,
): boolean {
  if (group.message === undefined) return true;
  if (message !== undefined) return message === group.message;
  const reply = rootName(page, "response");
  return reply === undefined || reply.startsWith(group.message);
}

function rootName(
  { samples }: Page,
  role: "request" | "response",
): string | undefined {
  return samples.find(
    (sample) => sample.role === role && sample.protocol.startsWith("soap"),
  )?.body[0]?.name.local;
}
