/** The write-off last proposed of a case, as its document has it. */
export type WrittenOff = { id: string; state: string; proposedBy?: string; approvedBy?: string };
