export { materialize, type MaterializedSdk } from "./materialize.js";
export { renderFixtureXml } from "./fixture-xml.js";
