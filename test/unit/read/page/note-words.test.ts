import { describe, expect, it } from "vitest";
import { columnRole } from "../../../../src/read/page/column-role.js";
import {
  presenceIn,
  presenceInCell,
} from "../../../../src/read/page/note-words.js";

describe("a note about presence", () => {
  it.each([
    ["Pflichtfeld", "required"],
    ["обязательно", "required"],
    ["必須", "required"],
    ["Required, not editable", "required"],
    ["Required. Do not exceed 20 characters", "required"],
    ["not null, required", "required"],
    ["kein Pflichtfeld", "optional"],
    ["nicht zwingend erforderlich", "optional"],
    ["n'est pas obligatoire", "optional"],
    ["Non richiesto", "optional"],
    ["niet verplicht", "optional"],
    ["nie jest wymagane", "optional"],
    ["zorunlu değil", "optional"],
    ["This isn't required", "optional"],
    ["非必填", "optional"],
    ["必須ではありません", "optional"],
    ["nepovinné", "optional"],
    ["puede estar vacío", "optional"],
    ["省略可", "optional"],
    ["mandatory if type is X", undefined],
    ["leave empty", undefined],
  ])("%s says %s", (text, presence) => {
    expect(presenceIn(text)).toBe(presence);
  });

  it.each([
    ["Υποχρεωτικό", "Ναι", "Όχι"],
    ["Påkrevd", "Ja", "Nei"],
    ["Obligatoriu", "Da", "Nu"],
    ["Povinný", "Áno", "Nie"],
    ["Обов'язковий", "Так", "Ні"],
    ["Bắt buộc", "Có", "Không"],
  ])("stands in a column called %s", (title, yes, no) => {
    expect(columnRole(title)).toBe("required");
    expect(presenceInCell(yes, false)).toBe("required");
    expect(presenceInCell(no, false)).toBe("optional");
  });
});
