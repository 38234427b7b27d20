// How node-soap sees what it got, in the words of the scenario table.

/** The checksum of RFC 1950. */
function adler32(bytes) {
  let low = 1;
  let high = 0;
  for (const byte of bytes) {
    low = (low + byte) % 65_521;
    high = (high + low) % 65_521;
  }
  return (high * 65_536 + low).toString(16).padStart(8, "0");
}

function bits(value, size) {
  const bytes = Buffer.alloc(size);
  if (size === 4) bytes.writeFloatBE(value);
  else bytes.writeDoubleBE(value);
  return bytes.toString("hex");
}

function print(name, member) {
  if (name === "single") return bits(member, 4);
  if (name === "double") return bits(member, 8);
  if (name === "day") return member.toISOString().slice(0, 10);
  if (member instanceof Date)
    return member.toISOString().replace(/\.?0*Z$/, "Z");
  if (name === "hex") return (member ?? "").toLowerCase();
  if (name === "base64")
    return Buffer.from(member ?? "", "base64").toString("hex");
  return String(member);
}

export const viewScalars = (value) =>
  Object.entries(value).map(
    ([name, member]) => `${name}=${print(name, member)}`,
  );

export function viewPerson(person, prefix = "") {
  const { attributes = {} } = person;
  const text = (object, name) =>
    object?.[name] === undefined
      ? "absent"
      : object[name] === null
        ? "nil"
        : String(object[name]);
  const line = (name) => `${prefix}${name}=${text(person, name)}`;
  const { home, credit, likes = [], friends = [] } = person;
  return [
    `${prefix}id=${text(attributes, "id")}`,
    `${prefix}active=${text(attributes, "active")}`,
    ...["name", "nick", "email", "age", "color"].map(line),
    ...[likes]
      .flat()
      .map((color, index) => `${prefix}likes[${index}]=${color}`),
    ...(home === undefined
      ? [`${prefix}home=absent`]
      : [
          `${prefix}home.street=${home.street}`,
          `${prefix}home.city=${text(home, "city")}`,
        ]),
    credit === undefined
      ? `${prefix}credit=absent`
      : `${prefix}credit=${credit.$value ?? credit} ${text(credit.attributes, "currency")}`,
    ...[friends]
      .flat()
      .flatMap((friend, index) =>
        viewPerson(friend, `${prefix}friends[${index}].`),
      ),
  ];
}

export const viewShape = (shape) =>
  shape.radius === undefined
    ? `Square=${shape.label} ${shape.side}`
    : `Circle=${shape.label} ${shape.radius}`;

export function viewText(text) {
  const bytes = Buffer.from(String(text), "utf8");
  return `text=${[...String(text)].length} ${bytes.length} ${adler32(bytes)}`;
}

export function viewBytes(base64) {
  const bytes = Buffer.from(base64 ?? "", "base64");
  return `bytes=${bytes.length} ${adler32(bytes)}`;
}
