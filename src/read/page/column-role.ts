/** What a column of a table of parameters says. */
export type ColumnRole =
  | "name"
  | "type"
  | "text"
  | "required"
  | "optional"
  | "occurs"
  | "minimum"
  | "maximum"
  | "direction"
  | "code"
  | "number"
  | "length"
  | "none";

const words = (alternatives: string): RegExp =>
  new RegExp(`(?<!\\p{L})(?:${alternatives})(?!\\p{L})`, "iu");
const whole = (alternatives: string): RegExp =>
  new RegExp(`^(?:${alternatives})\\s?\\??$`, "iu");

/** In order: what is asked first decides. Words of languages without blanks have no boundaries. */
const columnWords: readonly (readonly [ColumnRole, RegExp])[] = [
  [
    "number",
    whole("no|nr|n[°º]|#|seq|s\\.?no\\.?|lfd\\.? ?nr\\.?|序号|番号|№"),
  ],
  [
    "code",
    /(?<!\p{L})(?:error|fehler|erreur|errore|erro|status|return|result)?[ _-]?(?:code|c[óo]digo|codice|kode|number|nr|id)$|^error$|错误码|错误代码|返回码|状态码|エラーコード|오류코드/iu,
  ],
  [
    "occurs",
    whole(
      "occurs?|occurrences?|occ\\.?|cardinality|card\\.?|multiplicity|kardinalit[äa]t|multiplizit[äa]t|h[äa]ufigkeit|cardinalit[éàa]|cardinalidad|cardinalidade|multiplicidad|min ?[/.-]+ ?max|次数|出現回数",
    ),
  ],
  ["minimum", whole("min\\.?|min ?occurs|minimum")],
  ["maximum", whole("max\\.?|max ?occurs|maximum")],
  [
    "required",
    whole(
      "required|req(?:'d|\\.)?|mandatory|mand\\.?|m/o|o/m|r/o|wajib|pflicht(?:feld)?(?:/optional)?|muss|erforderlich|obligatoire|obligatori[oa]|obrigat[óo]ri[oa]|requerid[oa]|requis|obbligatori[oa]|verplicht|wymagan[aey]?|obowi[ąa]zkow[aey]|zorunlu(?: mu)?|обязательн\\p{L}*|обов['’ʼ]?язков\\p{L}*|задължител\\p{L}*|υποχρεωτικ[όήά]|obligatoriu|obligatori|obave(?:zno|zan)|obvezno|b[ắă]t bu[ộo]c|povinn[éýá]|k[öo]telez[őo]|obligatorisk|p[åa]kr[æae]v(?:et|d)|pakollinen|is required|presence|mandatory ?/ ?optional|optional ?/ ?mandatory|required ?/ ?optional",
    ),
  ],
  ["required", /必填|必传|必选|必須|必须|필수|จำเป็น|إلزامي|مطلوب|חובה/u],
  [
    "optional",
    whole(
      "optional|opt\\.?|opcional|facultatif|facultativo|opzionale|opsional|optioneel|opcjonaln[aey]|nullable|可選|可选|可空",
    ),
  ],
  [
    "direction",
    whole("in/out|i/o|direction|richtung|sens|direcci[óo]n|direzione"),
  ],
  [
    "type",
    words(
      "data ?type|type|tipo|typ|datentyp|tipe|format|formato|datatype|тип|t[ií]pus|veri tipi|tip|t[üu]r[üu]?|tyyppi|τύπος|ki[ểe]u|tipus",
    ),
  ],
  ["type", /类型|類型|データ型|타입|유형|자료형|^型$/u],
  [
    "length",
    whole(
      "length|len\\.?|size|l[äa]nge|longueur|longitud|tamanho|lunghezza|d[łl]ugo[śs][ćc]|длина|长度|長度|桁数|길이",
    ),
  ],
  [
    "name",
    words(
      "name|parameter|parameters|param|field|element|attribute|property|argument|member|tag|node|nombre|nome|nom|parametro|par[áa]metro|param[èe]tre|campo|champ|feld|nama|naam|veld|имя|поле|параметр|элемент|nazwa|pole|alan(?: ad[ıi])?|parametre|n[áa]zev|n[ée]v|mez[őo]|navn|namn|felt|f[äa]lt|kentt[äa]|bezeichnung|parametru|parametri|παράμετρος|πεδίο|όνομα|tham s[ốo]|polje|назва|име",
    ),
  ],
  [
    "name",
    /参数|參數|字段|欄位|属性|名称|名稱|变量|パラメータ|項目|要素|필드|이름|변수|파라미터|매개변수/u,
  ],
  [
    "text",
    words(
      "desc\\p{L}*|note|notes|comment|comments|meaning|remark|remarks|explanation|details|value|beschreibung|bemerkung|bedeutung|keterangan|descripci[óo]n|descri[çc][ãa]o|descrizione|omschrijving|beskrivelse|beskrivning|message|text|описание|комментарий|opis|a[çc][ıi]klama|popis|le[íi]r[áa]s|kuvaus|περιγραφή|m[ôo] t[ảa]|descriere|descripci[óo]|опис|описания?|opis|observa\\p{L}*|anmerkung",
    ),
  ],
  ["text", /说明|說明|備考|备注|描述|含义|説明|内容|설명|비고/u],
];

export function columnRole(header: string): ColumnRole {
  for (const [role, pattern] of columnWords)
    if (pattern.test(header.trim())) return role;
  return "none";
}
