/** Stand in rollups for values beyond those listed, and for what was not told. */
export const OTHER_VALUES = "other";
export const UNKNOWN_VALUE = "unknown";
