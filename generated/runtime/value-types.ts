// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

/** Type-level vocabulary of generated `types.ts`. */

/** Flattens an intersection, so that editors show its members. */
type Simplify<T> = { [Key in keyof T]: T[Key] };

/** An object with exactly one property of `Branches`: a choice whose branches are single elements. */
export type ExactlyOne<Branches> = {
  [Key in keyof Branches]: Simplify<
    { [Own in Key]: Branches[Own] } & {
      [Other in Exclude<keyof Branches, Key>]?: never;
    }
  >;
}[keyof Branches];

/** An object with one property of `Branches`, or none of them: an optional choice. */
export type AtMostOne<Branches> =
  ExactlyOne<Branches> | { [Key in keyof Branches]?: never };

type KeysOf<Union> = Union extends unknown ? keyof Union : never;

type Only<Branch, Keys extends PropertyKey> = Branch extends unknown
  ? Branch & { [Other in Exclude<Keys, keyof Branch>]?: never }
  : never;

/** The members of exactly one of the branches. */
export type OneOf<Branches extends readonly unknown[]> = Only<
  Branches[number],
  KeysOf<Branches[number]>
>;

/** The members of one of the branches, or nothing. */
export type AtMostOneOf<Branches extends readonly unknown[]> =
  OneOf<Branches> | { [Key in KeysOf<Branches[number]>]?: never };

/** One property of `Elements`, whichever: an element in mixed content. */
export type EachOf<Elements> = {
  [Key in keyof Elements]: { [Own in Key]: Elements[Own] };
}[keyof Elements];

/** A type's values that say in `$type` which they are: those that stand in for a type it derives from. */
export type Tagged<Type> = Type extends { readonly $type?: infer Tag }
  ? Type & { readonly $type: Exclude<Tag, undefined> }
  : never;

/** A type's members without its `$type`: what derived types inherit. */
export type Untagged<Type> = Type extends unknown ? Omit<Type, "$type"> : never;

/** The same without its mixed content, which what extends it says anew. */
export type Unmixed<Type> = Type extends unknown
  ? Omit<Type, "$type" | "$content">
  : never;
