/** How somebody outside speaks with a borrower. */
export type Means = 'call' | 'bot' | 'visit';
