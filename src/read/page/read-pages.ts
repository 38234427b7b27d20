import type { DiagnosticSink } from "../../diagnostics/index.js";
import type { Located, Page, Repair } from "../../model/index.js";
import { type SourceText, spanAt } from "../../source/index.js";
import { lastAtMost } from "./last-at-most.js";
import { allocateLines } from "./allocate-lines.js";
import { markBoilerplate, markIntroductions } from "./boilerplate.js";
import { chooseExchanges } from "./choose-exchanges.js";
import { completeHeads } from "./complete-heads.js";
import { readErrors } from "./error-list.js";
import { findMessages, type FoundMessages } from "./find-messages.js";
import { type MappedText, spanOf } from "./mapped-text.js";
import { groupByOperation, type OperationGroup } from "./operation-group.js";
import { listedPages, readOperationList } from "./operation-list.js";
import { type ProseLine, readProse, type TakenRange } from "./prose-line.js";
import { readProsePage } from "./prose-page.js";
import {
  leftoversOf,
  readNotes,
  readSection,
  type SharedFacts,
} from "./read-section.js";
import { createRepairLog, type RepairLog } from "./repair-log.js";
import { reportPages, reportTruncated } from "./report-pages.js";
import { draftSample, type SampleDraft } from "./sample-draft.js";
import { findRestHelp } from "./rest-help.js";
import { sampleNames } from "./sample-names.js";
import {
  type PlacedSample,
  placeSamples,
  type RoleContext,
} from "./sample-role.js";
import { normalName, type Section } from "./section.js";
import { unwrap } from "./unwrap.js";

/**
 * Reads one documentation file, of any style: one `Page` for each operation it documents. Damage is repaired and
 * recorded; what is not understood is listed in `leftovers`.
 */
export function readPages(
  source: SourceText,
  sink: DiagnosticSink,
): readonly Page[] {
  const log = createRepairLog();
  const found = findMessages(unwrap(source, log));
  const reading: Reading = { source, sink, log, found };
  for (const range of found.schemas)
    sink.report(
      "page/schema-in-page",
      {},
      { span: spanOf(found.mapped, range) },
    );
  const drafts = draftSamples(reading);
  if (reportRestHelp(reading, drafts)) return [];
  if (drafts.length === 0) return readWithoutSamples(reading);
  const pages = assemble(reading, drafts);
  reportPages(sink, pages);
  return pages;
}

interface Reading {
  readonly source: SourceText;
  readonly sink: DiagnosticSink;
  readonly log: RepairLog;
  readonly found: FoundMessages;
}

/** Documents of a REST operation are no messages, however much they look like the content of one. */
function reportRestHelp(
  { found: { mapped }, sink }: Reading,
  drafts: readonly SampleDraft[],
): boolean {
  if (drafts.some(({ isEnvelope, head }) => isEnvelope || head !== undefined))
    return false;
  const help = findRestHelp(mapped);
  if (help === undefined) return false;
  const { method, url, range } = help;
  sink.report(
    "page/rest-help",
    { method, url },
    { span: spanOf(mapped, range) },
  );
  return true;
}

function draftSamples(reading: Reading): readonly SampleDraft[] {
  const drafts = reading.found.exchanges.flatMap((exchange) => {
    const draft = draftSample(reading, exchange);
    return draft === undefined ? [] : [draft];
  });
  const chosen = chooseExchanges(drafts, reading.sink);
  return chosen.map((draft, index) => ({ ...draft, index }));
}

/** All text outside the messages; heads that were left out are no prose either. */
function proseOf(
  reading: Reading,
  drafts: readonly SampleDraft[],
): readonly ProseLine[] {
  const { exchanges, schemas, mapped } = reading.found;
  const chosen = new Set(drafts.map(({ exchange }) => exchange));
  const taken: TakenRange[] = schemas.map((range) => ({
    ...range,
    isMessage: false,
  }));
  for (const exchange of exchanges) {
    const isMessage = chosen.has(exchange);
    if (isMessage) taken.push({ ...exchange.range, isMessage });
    else if (exchange.head !== undefined)
      taken.push({ ...exchange.head.range, isMessage });
  }
  const ordered = taken.toSorted((left, right) => left.start - right.start);
  return readProse(mapped, ordered);
}

function readWithoutSamples(reading: Reading): readonly Page[] {
  const { found, sink, source } = reading;
  const lines = proseOf(reading, []);
  const list = readOperationList(lines);
  if (list !== undefined) {
    const names = list.entries.map(({ name }) => name.text);
    sink.report(
      "page/operation-list",
      { count: String(names.length), names: names.join(", ") },
      { span: spanOf(found.mapped, list.service.range) },
    );
    return listedPages(found.mapped, list);
  }
  const link = /https?:\/\/[^\s"'<>?]{1,500}\?(?:single)?wsdl\b/i.exec(
    source.text,
  );
  const page = link === null ? readProsePage(found.mapped, lines) : undefined;
  if (page !== undefined) return [page];
  reportWithoutSamples(sink, source, link);
  return [];
}

/** A service's status page has no samples, but says where its description is. */
function reportWithoutSamples(
  sink: DiagnosticSink,
  source: SourceText,
  link: RegExpExecArray | null,
): void {
  const span = spanAt(source, link?.index ?? 0, link?.[0].length ?? 0);
  if (link === null) sink.report("page/no-samples", {}, { span });
  else sink.report("page/points-to-wsdl", { address: link[0] }, { span });
}

function assemble(
  reading: Reading,
  drafts: readonly SampleDraft[],
): readonly Page[] {
  const { mapped } = reading.found;
  const lines = proseOf(reading, drafts);
  const groups = groupByOperation(place(mapped, lines, drafts));
  const allocation = allocateLines(lines, groups);
  const shared = readShared(mapped, allocation.shared, groups);
  const repairs = repairsByGroup(reading, groups);
  return groups.map((group, index) => {
    const samples = group.samples.map(({ sample }) => sample);
    const section: Section = {
      mapped,
      group,
      lines: allocation.sections[index] ?? [],
      understood: new Set(),
      names: sampleNames(samples),
    };
    const facts = readSection(section, sharedFor(shared, section));
    const isFirst = index === 0;
    reportTruncated(reading.sink, group, facts.operation?.text ?? "a message");
    return {
      source: reading.source,
      samples,
      ...facts,
      repairs: repairs.get(group) ?? [],
      leftovers: isFirst
        ? [...shared.leftovers, ...facts.leftovers]
        : facts.leftovers,
    };
  });
}

/** Gives each message its role, with what the text around says about sending it. */
function place(
  mapped: MappedText,
  lines: readonly ProseLine[],
  drafts: readonly SampleDraft[],
): readonly PlacedSample[] {
  const labels = labelsBefore(lines);
  const headings = headingsBefore(lines);
  const context: RoleContext = {
    mapped,
    labelBefore: (index) => labels.get(index) ?? "",
    headingBefore: (index) => headings.get(index) ?? "",
  };
  return completeHeads(mapped, placeSamples(context, drafts));
}

/** The one or two lines right before each message. */
function labelsBefore(
  lines: readonly ProseLine[],
): ReadonlyMap<number, string> {
  const labels = new Map<number, string>();
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    if (next !== undefined && next.exchangesBefore === line.exchangesBefore)
      continue;
    labels.set(line.exchangesBefore, line.text.slice(0, 200));
  }
  return labels;
}

/** The last heading right before each message, with no other message between. */
function headingsBefore(
  lines: readonly ProseLine[],
): ReadonlyMap<number, string> {
  return new Map(
    lines
      .filter(({ kind }) => kind === "heading")
      .map(({ exchangesBefore, text }) => [
        exchangesBefore,
        text.slice(0, 200),
      ]),
  );
}

interface Shared extends SharedFacts {
  readonly leftovers: readonly Located[];
}

function readShared(
  mapped: MappedText,
  lines: readonly ProseLine[],
  groups: readonly OperationGroup[],
): Shared {
  const all = groups.flatMap((group) => group.samples);
  const section: Section = {
    mapped,
    group: { keys: [], samples: [] },
    lines,
    understood: new Set(),
    names: sampleNames(all.map(({ sample }) => sample)),
  };
  const operations = new Set(
    groups.flatMap((group) => group.keys.map(normalName)),
  );
  markBoilerplate(section, undefined);
  const errors = readErrors(section);
  const notes = readNotes(section);
  for (const line of lines)
    if (operations.has(normalName(line.text))) section.understood.add(line);
  markIntroductions(section);
  const leftovers = leftoversOf(section);
  return { lines, notes, errors, operations, leftovers };
}

/** Of the shared notes, those about members that the operation has. */
function sharedFor(shared: Shared, section: Section): SharedFacts {
  const notes = shared.notes.filter(({ name }) =>
    section.names.has(normalName(name.slice(name.lastIndexOf(".") + 1))),
  );
  return { ...shared, notes };
}

/** Repairs count for the operation in whose messages they stand; those of the page as a whole for the first. */
function repairsByGroup(
  reading: Reading,
  groups: readonly OperationGroup[],
): ReadonlyMap<OperationGroup | undefined, readonly Repair[]> {
  const owners = groups
    .flatMap((group) =>
      group.samples.map(({ sample }) => ({ group, span: sample.span })),
    )
    .toSorted((left, right) => left.span.offset - right.span.offset);
  const byGroup = new Map<OperationGroup | undefined, Repair[]>();
  for (const repair of reading.log.repairs) {
    const { offset } = repair.span;
    const owner = lastAtMost(owners, offset, ({ span }) => span.offset);
    const isInside =
      owner !== undefined && offset <= owner.span.offset + owner.span.length;
    const group = isInside ? owner.group : groups[0];
    const list = byGroup.get(group);
    if (list === undefined) byGroup.set(group, [repair]);
    else list.push(repair);
  }
  return byGroup;
}
