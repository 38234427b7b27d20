import type { Scenario } from "./scenario.js";

/** Values of types derived from an abstract one, told apart by xsi:type. */
export const shapes: readonly Scenario[] = [
  {
    name: "shapes of several types",
    operation: "echoShapes",
    value: {
      value: [
        { $type: "Square", label: "big", side: 4 },
        { $type: "Circle", label: "small", radius: 0.5 },
        { $type: "Square", label: "", side: -1 },
      ],
    },
    view: ["Square=big 4", "Circle=small 0.5", "Square= -1"],
  },
  {
    name: "no shapes at all",
    operation: "echoShapes",
    value: {},
    view: [],
  },
];
