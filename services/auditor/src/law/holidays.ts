/** Days on which nobody is contacted, where a rule says so; `[coversFrom, coversTo)`. */
export type Holidays = { coversFrom: string; coversTo: string; days: Set<string> };
