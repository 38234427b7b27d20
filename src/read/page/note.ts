import type { ParameterNote } from "../../model/index.js";
import { type Range, spanOf } from "./mapped-text.js";
import { arrayTypeIn, directionIn, presenceIn } from "./note-words.js";
import type { Section } from "./section.js";

export interface NoteFacts {
  readonly name: string;
  readonly text: string;
  readonly range: Range;
  readonly type?: string | undefined;
  readonly presence?: ParameterNote["presence"];
  readonly direction?: ParameterNote["direction"];
  readonly isArray?: boolean;
}

/** Makes a note, with what its text says about direction, presence and repetition. */
export function createNote(section: Section, facts: NoteFacts): ParameterNote {
  const { name, text } = facts;
  const stated = arrayTypeIn(facts.type ?? "") ?? arrayTypeIn(text);
  const type = facts.type ?? stated;
  const direction = directionIn(text) ?? facts.direction;
  const presence = facts.presence ?? presenceIn(text);
  const isArray =
    facts.isArray === true ||
    stated !== undefined ||
    /^(?:array|list)$/i.test(facts.type ?? "");
  return {
    name,
    text,
    span: spanOf(section.mapped, facts.range),
    ...(type === undefined || type === "" ? {} : { type }),
    ...(direction === undefined ? {} : { direction }),
    ...(presence === undefined ? {} : { presence }),
    ...(isArray ? { isArray } : {}),
  };
}
