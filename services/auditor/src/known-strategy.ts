export type KnownStrategy = { name: string; version: number; stages: Rung[] };
/** `age`: the days past due, or of ladder age, that the stage asks for. */
export type Rung = { stage: string; asks: string[]; age?: number };
