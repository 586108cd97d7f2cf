/** How somebody outside speaks with a borrower; `agency`: its own people on the telephone. */
export type Means = 'call' | 'bot' | 'visit' | 'agency';
