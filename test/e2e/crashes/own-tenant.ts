import { randomUUID } from 'node:crypto';

/** A tenant nobody else has, on servers that may hold what earlier runs left. */
export const ownTenant = (name: string): string => `${name}-${randomUUID().slice(0, 6)}`;
