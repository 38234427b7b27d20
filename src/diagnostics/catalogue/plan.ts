import { family } from "./entry.js";

export const planCatalogue = family({});
