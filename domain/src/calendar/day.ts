/** A calendar day, `YYYY-MM-DD`, without a zone: whose day it is, the caller knows. */
export type Day = string;
