import { defineSearchAttributeKey } from '@temporalio/common';

/** What operators can filter cases by in Temporal. Never personal data: they are stored as plain text. */
export const stageAttribute = defineSearchAttributeKey('RecourseStage', 'KEYWORD');
export const bucketAttribute = defineSearchAttributeKey('RecourseBucket', 'KEYWORD');
export const tenantAttribute = defineSearchAttributeKey('RecourseTenant', 'KEYWORD');
