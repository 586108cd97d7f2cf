/** Takes one line of progress for a person to read, without a line end. */
export type Report = (line: string) => void;
