import type { HttpHead, SampleElement } from "../../model/index.js";
import {
  type CallingHint,
  type CallingHints,
  findCallingHints,
} from "./calling-hint.js";
import { type MappedText, type Range, spanOf } from "./mapped-text.js";
import type { PlacedSample } from "./sample-role.js";

/**
 * Gives requests that were captured without an HTTP head the action and the address that the page states beside
 * them: in a command, a program, a table, or the headers of WS-Addressing. What a head states is left alone.
 */
export function completeHeads(
  mapped: MappedText,
  placed: readonly PlacedSample[],
): readonly PlacedSample[] {
  if (!placed.some(lacksHead)) return placed;
  const ranges = placed.map(({ draft }) => draft.exchange.range);
  const page: HintedPage = {
    mapped,
    hints: findCallingHints(mapped.text, ranges),
    hasOneOperation: new Set(placed.filter(isRequest).map(rootKey)).size === 1,
    byRoot: new Map(),
  };
  const heads = placed.map((each, index) =>
    lacksHead(each)
      ? statedHead(page, each, {
          start: ranges[index - 1]?.end ?? 0,
          end: ranges[index + 1]?.start ?? mapped.text.length,
        })
      : undefined,
  );
  for (const [index, head] of heads.entries()) {
    const each = placed[index];
    if (head === undefined || each === undefined) continue;
    const known = page.byRoot.get(rootKey(each));
    page.byRoot.set(rootKey(each), { ...head, ...known });
  }
  return placed.map((each) => {
    if (!lacksHead(each)) return each;
    const head = page.byRoot.get(rootKey(each));
    return head === undefined
      ? each
      : { ...each, sample: { ...each.sample, head } };
  });
}

interface HintedPage {
  readonly mapped: MappedText;
  readonly hints: CallingHints;
  readonly hasOneOperation: boolean;
  /** By the name of the body's element: the same request may be shown in several notations. */
  readonly byRoot: Map<string, HttpHead>;
}

function isRequest({ sample }: PlacedSample): boolean {
  return sample.role === "request" && sample.protocol.startsWith("soap");
}

function lacksHead(each: PlacedSample): boolean {
  return isRequest(each) && each.sample.head === undefined;
}

function rootKey({ sample }: PlacedSample): string {
  return sample.body[0]?.name.key ?? "";
}

function statedHead(
  page: HintedPage,
  { sample, draft }: PlacedSample,
  around: Range,
): HttpHead | undefined {
  const { actions, addresses } = page.hints;
  const { range } = draft.exchange;
  const near = nearest(actions, range, around);
  const only = new Set(actions.map(({ value }) => value)).size === 1;
  const action =
    near ?? (page.hasOneOperation && only ? actions[0] : undefined);
  const address = nearest(addresses, range, around) ?? addresses[0];
  const stated = addressing(sample.headers);
  const soapAction = stated.action ?? action?.value;
  const target = stated.to ?? address?.value;
  if (soapAction === undefined && target === undefined) return undefined;
  const place = action ?? address ?? range;
  return {
    ...(soapAction === undefined ? {} : { soapAction }),
    ...(target === undefined ? {} : { target }),
    span: spanOf(page.mapped, { start: place.start, end: place.end }),
  };
}

/** The last one before the message, or else the first one after it, up to the messages before and after. */
function nearest(
  hints: readonly CallingHint[],
  message: Range,
  around: Range,
): CallingHint | undefined {
  const next = countBefore(hints, message.start);
  const before = hints[next - 1];
  if (before !== undefined && before.start >= around.start) return before;
  const after = hints[next];
  if (after === undefined || after.start < message.end) return undefined;
  return after.start < around.end ? after : undefined;
}

/** How many hints end before an offset; they are in order, and none is inside a message. */
function countBefore(hints: readonly CallingHint[], offset: number): number {
  let low = 0;
  let high = hints.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hints[middle]?.end ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** WS-Addressing 1.0 §3: the headers say where the message goes and what it asks for. */
function addressing(headers: readonly SampleElement[]): {
  readonly action?: string;
  readonly to?: string;
} {
  const valueOf = (local: string): string | undefined => {
    const header = headers.find(
      ({ name }) =>
        name.local === local && /\/addressing\/?$/.test(name.namespace),
    );
    const [text] = header?.content ?? [];
    const value = text?.kind === "text" ? text.text : "";
    return /^(?:https?:\/\/|urn:)[^\s{}$?]{2,500}$/.test(value)
      ? value
      : undefined;
  };
  const action = valueOf("Action");
  const to = valueOf("To");
  return {
    ...(action === undefined ? {} : { action }),
    ...(to === undefined || !to.startsWith("http") ? {} : { to }),
  };
}
