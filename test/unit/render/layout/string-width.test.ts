import { getStringWidth } from "prettier/doc";
