import type { ParameterNote } from "../../model/index.js";

const requiredWord =
  /(?<!\p{L})(?:mandatory|required|compulsory|obligatory|obligatoire|obligatori[oa]|obrigat[óo]ri[oa]|requerid[oa]|requis|erforderlich|pflichtfeld|pflicht|zwingend|obbligatori[oa]|richiesto|wajib|verplicht|wymagan\p{L}{1,2}|zorunlu|обязательн\p{L}*|обов['’ʼ]язков\p{L}*|υποχρεωτικ\p{L}*|obligatoriu|povinn\p{L}{1,3}|k[öo]telez[őo]|obligatorisk\p{L}?|p[åa]kr[æa]vet|p[åa]krevd|pakollinen|b[ắă]t bu[ộo]c|cannot be (?:null|empty)|can(?:no|')t be (?:null|empty)|must (?:be|not be) (?:supplied|provided|given|specified|null|empty|set))(?!\p{L})|必填|必須|必须|필수/iu;
const optionalWord =
  /(?<!\p{L})(?:optional|optionnel(?:le)?|facultati(?:f|ve)|opcional|facultativ[oa]|opzionale|opsional|optioneel|wahlweise|opcjonaln\p{L}*|iste[gğ]e ba[gğ]l[ıi]|необязательн\p{L}*|fakultativ|freiwillig|voliteln\p{L}{1,3}|nepovinn\p{L}{1,3}|valfri\p{L}{0,2}|valgfri\p{L}{0,2}|frivillig\p{L}?|vapaaehtoi\p{L}{1,5}|προαιρετικ\p{L}{1,3}|op[țţ]ional\p{L}?|neobvezn\p{L}|необов['’ʼ]язков\p{L}*|по желание|t[ùu]y ch[ọo]n|kann (?:leer (?:sein|bleiben)|entfallen|weggelassen werden)|peut [êe]tre (?:vide|omise?)|puede (?:estar vac[íi]o|omitirse)|pode ser (?:vazi[oa]|omitid[oa])|pu[òo] essere (?:vuot[oa]|omess[oa])|mag leeg (?:zijn|blijven)|not (?:mandatory|required)|nicht erforderlich|non obligatoire|no obligatori[oa]|tidak wajib|(?:may|can) be (?:omitted|empty|null|left (?:out|empty|blank)))(?!\p{L})|可選|可选|选填|任意|省略可|선택|اختياري|ไม่จำเป็น/iu;
const conditionWords =
  "if|when|unless|only (?:for|if|when)|in case|for|wenn|falls|nur bei|sofern|si|lorsque|pour|cuando|se|quando|per|jika|untuk|als|indien|если|при|для";
/** A requirement that holds under a condition is no requirement. */
const conditionBefore = new RegExp(`^(?:${conditionWords})(?!\\p{L})`, "iu");
const conditionAfter = new RegExp(
  `^[\\s,;:(]*(?:field|parameter|value|feld|champ|campo)?[\\s,;:(]*(?:${conditionWords})(?!\\p{L})`,
  "iu",
);

/** `kein Pflichtfeld`, `n'est pas obligatoire`, `не обязательно`: right before the word, or in some languages after it. */
const negationBefore =
  /(?:(?<!\p{L})(?:not|no longer|never|nicht|kein\p{L}{0,2}|pas|plus|non|no(?: es)?|não|nao|niet|geen|nie|не|ikke|inte|ej|ei|nem|není|nu(?: este)?|tidak|bukan|δεν είναι|không|ikke)\s+(?:\p{L}{1,12}\s+){0,1}|n['’]t (?:be )?|非|不|不是)$/iu;
const negationAfter = /^\s*(?:de[ğg]il|nem|では|아님|아니|不要|-?\s?no\b)/iu;

/** Whether a text says that a parameter has to be given. */
export function presenceIn(text: string): ParameterNote["presence"] {
  if (optionalWord.test(text)) return "optional";
  const word = requiredWord.exec(text);
  if (word === null || conditionBefore.test(text.trim())) return undefined;
  const after = text.slice(word.index + word[0].length);
  const before = text.slice(Math.max(0, word.index - 40), word.index);
  if (negationBefore.test(before) || negationAfter.test(after))
    return "optional";
  return conditionAfter.test(after) ? undefined : "required";
}

const yes =
  /^(?:y|yes|true|x|1|1\.\.1|m|r|ya|si|sí|sì|sim|oui|ja|да|da|是|○|✓|✔|j|s|o|evet|tak|ano|áno|так|ναι|có|igen|kyllä|是|はい|예|有|yes \([^()]*\))$/i;
const no =
  /^(?:n|no|false|0|0\.\.1|-|–|tidak|não|nao|non|nein|nee|нет|не|ні|nu|όχι|không|否|×|✗|c|opt|hayır|nie|ne|nem|ei|nej|nei|否|いいえ|아니오|无|無|no \([^()]*\))$/i;

/** The meaning of a cell in a column that says whether a parameter is required (or optional). */
export function presenceInCell(
  cell: string,
  isOptionalColumn: boolean,
): ParameterNote["presence"] {
  const word = cell.trim();
  if (yes.test(word)) return isOptionalColumn ? "optional" : "required";
  if (no.test(word)) return isOptionalColumn ? "required" : "optional";
  return presenceIn(word);
}

/** What single letters of a column mean, where the column itself shows it. */
export type LetterMeaning = ReadonlyMap<string, "required" | "optional">;

/** `O` is “oui” beside `N`, and “optional” beside `M` (mandatory), `R` (required), `P` (Pflicht) or `C`. */
export function letterMeaning(cells: readonly string[]): LetterMeaning {
  const letters = new Set(cells.map((cell) => cell.trim().toLowerCase()));
  const meaning = new Map<string, "required" | "optional">();
  const isMandatory = ["m", "r", "p"].some((letter) => letters.has(letter));
  if (!isMandatory) return meaning;
  meaning.set("o", "optional");
  for (const letter of ["m", "r", "p"]) meaning.set(letter, "required");
  return meaning;
}

/** `1`, `0..1`, `0-n`, `1..*`, `*`, `?`. */
export function occurrenceInCell(cell: string): {
  readonly presence?: "required" | "optional";
  readonly isArray?: boolean;
} {
  const match =
    /^(\d+|[*+?])(?:\s?(?:\.{1,3}|…|-|–|to|,|:)\s?(\d+|n|m|\*|unbounded|∞))?$/i.exec(
      cell.replace(/^[[(](.*)[\])]$/, "$1").trim(),
    );
  if (match === null) return {};
  const [, minimum = "", maximum = minimum] = match;
  const isOptional = /^(?:0+|\*|\?)$/.test(minimum);
  const isArray = /^(?:n|m|\*|\+|unbounded|∞|[2-9]|\d{2,})$/i.test(maximum);
  return {
    presence: isOptional ? "optional" : "required",
    ...(isArray ? { isArray } : {}),
  };
}

/** The direction a text states: "output parameter", "in/out". */
export function directionIn(text: string): ParameterNote["direction"] {
  if (/\bin[ /-]?out\b|\binput\s?(?:\/|and)\s?output\b|\bby ?ref\b/i.test(text))
    return "inout";
  if (
    /\b(?:output|out)[ -]?param|\[out\]|\(out\)|\breturned (?:in|through) this/i.test(
      text,
    )
  )
    return "out";
  if (/\binput[ -]?param|\[in\]|\(in\)/i.test(text)) return "in";
  return undefined;
}

/** Words for types that documentation uses, of XML Schema and of programming languages. */
const typeWord =
  /^(?:xsd?:|s:|tns:|System\.)?(?:string|int|integer|int16|int32|int64|long|short|byte|bytes|uint|ulong|ushort|unsigned ?(?:int|long|short|byte)|float|single|double|decimal|number|numeric|money|currency|bool|boolean|char|text|varchar|nvarchar|date|time|datetime|date ?time|timestamp|duration|timespan|guid|uuid|uri|url|anyuri|base64|base64binary|hexbinary|binary|object|struct|array|list|enum|enumeration|dataset|datatable|xml|alphanumeric|positiveinteger|nonnegativeinteger|token|normalizedstring|qname)(?:\(\d+(?:,\s?\d+)?\))?(?:\[\])?\??$/i;

export function isTypeWord(text: string): boolean {
  return text.length <= 60 && typeWord.test(text.trim());
}

/** "Array of customer objects", `DNSRecord[]`, "list of …". */
export function arrayTypeIn(text: string): string | undefined {
  return /\b(?:array|list|collection)\s+of\s+[\w.]+|\b[\w.]+\[\]/i.exec(
    text,
  )?.[0];
}
