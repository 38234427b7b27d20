import { describeReference } from "../export/index.js";
import type {
  AttachmentPart,
  Body,
  Envelope,
  Part,
  PartType,
  QName,
} from "../model/index.js";
import type { DiffContext } from "./diff-context.js";
import { diffHeaders } from "./diff-headers.js";
import { diffPartTypes } from "./diff-part-types.js";
import { presenceRule } from "./presence-rule.js";
import { edit, within, type DiffSite } from "./diff-node.js";
import { pairUp } from "./pair-up.js";

type Both<Item> = readonly [Item, Item];
type Lists<Item> = Both<readonly Item[]>;

/** Compares two messages: header blocks, body and attachments. */
export function diffEnvelope(
  site: DiffSite,
  [old, current]: Both<Envelope>,
  context: DiffContext,
): void {
  diffHeaders(site, [old.headers, current.headers], context);
  diffBodies(site, [old, current], context);
  diffAttachments(site, [old.attachments, current.attachments]);
}

function diffAttachments(site: DiffSite, lists: Lists<AttachmentPart>): void {
  const { pairs, removed, added } = pairUp(...lists, [({ name }) => name]);
  for (const part of removed)
    edit(
      within(site, `attachment ${part.name}`, [part, undefined]),
      "required-member-removed",
      ["an attachment", ""],
    );
  for (const part of added)
    edit(
      within(site, `attachment ${part.name}`, [undefined, part]),
      "required-member-added",
      ["", "an attachment"],
    );
  for (const [old, current] of pairs) {
    const [was, is] = [old, current].map(({ contentTypes }) =>
      contentTypes.join(", "),
    );
    if (was !== is)
      edit(
        within(site, `attachment ${current.name}`, [old, current]),
        "type-changed",
        [was ?? "", is ?? ""],
      );
  }
}

function diffBodies(
  message: DiffSite,
  messages: Both<Envelope>,
  context: DiffContext,
): void {
  const site = within(message, "", messages);
  const [{ body: old }, { body: current }] = messages;
  const [was, is] = [styleOf(old), styleOf(current)];
  if (was !== is) edit(site, "style-changed", [was, is]);
  // All is different where the message is built in another way.
  if (old.kind !== current.kind) return;
  const [root, newRoot] = [rootOf(old), rootOf(current)];
  if (root !== undefined && newRoot !== undefined) {
    if (root.local !== newRoot.local)
      edit(site, "root-changed", [root.local, newRoot.local]);
    context.moves.note(root, newRoot, messages);
  }
  if (old.kind === "parameters" && current.kind === "parameters")
    if (old.location !== current.location)
      edit(site, "location-changed", [old.location, current.location]);
  diffParts(site, [partsOf(old), partsOf(current)], context);
  const [type, newType] = [typeOf(old), typeOf(current)];
  if (type !== undefined && newType !== undefined)
    diffPartTypes(inRoot(site, newRoot), [type, newType], context);
}

/** How the message is built, in the words of WSDL. */
function styleOf(body: Body): string {
  switch (body.kind) {
    case "empty":
      return "without content";
    case "element":
      return "document/literal";
    case "parts":
      return `document/${body.isEncoded ? "encoded" : "literal"} with types`;
    case "rpc":
      return `rpc/${body.isEncoded ? "encoded" : "literal"}`;
    case "parameters":
      return `HTTP parameters (${body.placement})`;
    case "xml":
      return "plain XML";
  }
}

function rootOf(body: Body): QName | undefined {
  if (body.kind === "element") return body.name;
  if (body.kind === "rpc") return body.wrapper;
  return body.kind === "xml" ? body.root : undefined;
}

function partsOf(body: Body): readonly Part[] {
  return "parts" in body ? body.parts : [];
}

function typeOf(body: Body): PartType | undefined {
  if (body.kind === "element") return { kind: "element", name: body.name };
  return body.kind === "xml" ? body.type : undefined;
}

function inRoot(site: DiffSite, root: QName | undefined): DiffSite {
  return root === undefined
    ? site
    : within(site, root.local, [undefined, undefined]);
}

function diffParts(
  site: DiffSite,
  lists: Lists<Part>,
  context: DiffContext,
): void {
  const { pairs, removed, added } = pairUp(...lists, [({ name }) => name]);
  const isRequired = ({ occurrence }: Part): boolean => occurrence?.min !== 0;
  for (const part of removed)
    edit(
      within(site, part.name, [part, undefined]),
      presenceRule(isRequired(part), "member-removed"),
      [describePart(part), ""],
    );
  for (const part of added)
    edit(
      within(site, part.name, [undefined, part]),
      presenceRule(isRequired(part), "member-added"),
      ["", describePart(part)],
    );
  for (const [old, current] of pairs) {
    const place = within(site, current.name, [old, current]);
    const [was, is] = [old, current].map(isRepeated);
    if (was !== is) {
      const texts = [timesOf(was), timesOf(is)] as const;
      edit(place, is === true ? "became-array" : "became-single", texts);
    } else if (isRequired(old) !== isRequired(current)) {
      const rule = isRequired(current) ? "member-required" : "member-optional";
      edit(place, rule, ["", ""]);
    }
    diffPartTypes(place, [old.type, current.type], context);
  }
}

/** An HTTP parameter that may be given several times. */
function isRepeated({ occurrence }: Part): boolean {
  const max = occurrence?.max ?? 1;
  return max === "unbounded" || max > 1;
}

function timesOf(repeats: boolean | undefined): string {
  return repeats === true ? "any number" : "1";
}

function describePart({ type }: Part): string {
  return type.kind === "element"
    ? `element ${type.name.local}`
    : describeReference(type.reference);
}
