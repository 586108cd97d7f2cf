import type { BusAdmin, TopicSpec } from '@recourse/activities/event-bus';

/** Loan events from servicing, key `tenant|loan`. */
export const loanEventsTopic = 'servicing.loan.events.v1';
/** Outcomes of contacts from those who made them, key `tenant|attempt`. */
export const contactOutcomesTopic = 'collections.contact.outcomes.v1';
/** What became of each case, key `tenant|loan`: our word to everyone. */
export const caseEventsTopic = 'collections.case.events.v1';

export const ingestGroup = 'recourse-ingest';

/** Where a group publishes what it parked of a topic. */
export function deadLetterTopic(topic: string, groupId: string): string {
  return `${topic}.${groupId}.dlq.v1`;
}

export interface TopicLayout {
  /** Of every topic; keys stay on their partition only as long as this is not changed. */
  readonly partitions?: number;
  /** 1 for a single broker, 3 in production. */
  readonly replication: number;
}

/** Creates the topics that are missing, waits until they can be written, and returns their names; existing ones stay as they are. */
export function ensureTopics(
  admin: BusAdmin,
  { partitions = 4, replication }: TopicLayout,
): Promise<readonly string[]> {
  const topics = [
    loanEventsTopic,
    contactOutcomesTopic,
    caseEventsTopic,
    deadLetterTopic(loanEventsTopic, ingestGroup),
    deadLetterTopic(contactOutcomesTopic, ingestGroup),
  ];
  // One replica may be down without stopping writes, and an acknowledged record is on at least two.
  const config = { 'min.insync.replicas': String(Math.max(1, replication - 1)) };
  return admin.createTopics(topics.map((topic): TopicSpec => ({ topic, partitions, replication, config })));
}
