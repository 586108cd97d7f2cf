const terminalUser = (actor: string): string => actor.split('/as/', 1)[0] ?? actor;

/** Whether one person at a terminal gave both commands: for whom they say they act (`USER/as/NAME`) is their own word, and no second person. */
export const isSameHand = (one: string, other: string): boolean => terminalUser(one) === terminalUser(other);
