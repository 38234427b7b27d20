import type { Scenario } from "./scenario.js";

const sparse = { id: 1, name: "Zoë", email: null, color: "red" } as const;

const sparseView = [
  "id=1",
  "active=absent",
  "name=Zoë",
  "nick=absent",
  "email=nil",
  "age=absent",
  "color=red",
  "home=absent",
  "credit=absent",
];

const full = {
  id: -7,
  active: false,
  name: 'Ann <&> "Lee"',
  nick: "",
  email: "ann@example.com",
  age: null,
  color: "light blue",
  likes: ["n/a", "red", "n/a"],
  home: { street: "1 High St", city: "Umeå" },
  credit: { $value: "12.50", currency: "EUR" },
  friends: [
    sparse,
    {
      ...sparse,
      id: 2,
      home: { street: "" },
      credit: { $value: "-1" },
      age: 0,
      friends: [sparse],
    },
  ],
} as const;

const nested = (prefix: string, lines: readonly string[]): string[] =>
  lines.map((line) => `${prefix}.${line}`);

/** Nested, repeated and recursive structures, attributes, optional and nil members, enumerations. */
export const people: readonly Scenario[] = [
  {
    name: "a person of whom little is known",
    operation: "echoPerson",
    value: { value: sparse },
    view: sparseView,
  },
  {
    name: "a person with friends",
    operation: "echoPerson",
    value: { value: full },
    view: [
      "id=-7",
      "active=false",
      'name=Ann <&> "Lee"',
      "nick=",
      "email=ann@example.com",
      "age=nil",
      "color=light blue",
      "likes[0]=n/a",
      "likes[1]=red",
      "likes[2]=n/a",
      "home.street=1 High St",
      "home.city=Umeå",
      "credit=12.50 EUR",
      ...nested("friends[0]", sparseView),
      ...nested("friends[1]", [
        "id=2",
        "active=absent",
        "name=Zoë",
        "nick=absent",
        "email=nil",
        "age=0",
        "color=red",
        "home.street=",
        "home.city=absent",
        "credit=-1 absent",
        ...nested("friends[0]", sparseView),
      ]),
    ],
  },
];
