export { findSpecs } from "./find-specs.js";
export { findConfigs } from "./load-config.js";
export { listFolders, matchesPattern } from "./glob-folders.js";
export type { Project, ProjectService } from "./project.js";
export type { Environment } from "./read-environment.js";
export { resolveProject, type ProjectRequest } from "./resolve-project.js";
export {
  allSettings,
  environmentName,
  settings,
  type Setting,
  type SettingName,
} from "./setting.js";
export { splitList, type SettingValues } from "./setting-values.js";
export {
  defineConfig,
  type ServiceConfig,
  type SoapstoneConfig,
} from "./soapstone-config.js";
export { suggestion } from "./suggestion.js";
