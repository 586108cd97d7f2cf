import type { Law } from '@recourse/domain/law/law';

/** No pack at all: what a test sees is then our own doing. */
export const noLaw: Law = { packs: [], calendars: {} };
