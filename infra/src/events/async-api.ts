import type { CatalogEvent, CatalogTopic } from './event-catalog.js';

type Json = Record<string, unknown>;

/** The contract as one AsyncAPI 3.0 document. */
export function asyncApi(topics: CatalogTopic[]): Json {
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Recourse events',
      version: '1.0.0',
      description:
        'CloudEvents 1.0 in binary mode over Kafka: attributes are `ce_` headers, the value is the data alone. Contact data never travels here. ' +
        'Fields are only ever added; what you do not know, ignore.',
    },
    defaultContentType: 'application/json',
    channels: Object.fromEntries(topics.map((topic) => [topic.channel, channel(topic)])),
    operations: Object.fromEntries(
      topics.map((topic) => [`${topic.action}${capitalised(topic.channel)}`, operation(topic)]),
    ),
    components: {
      messages: Object.fromEntries(
        topics.flatMap((topic) => topic.events.map((event) => [event.name, message(topic, event)])),
      ),
      schemas: Object.fromEntries(topics.flatMap(({ events }) => events.map(({ name, schema }) => [name, schema]))),
    },
  };
}

function channel({ topic, says, key, events }: CatalogTopic): Json {
  return {
    address: topic,
    description: `${says} Record key: \`${key}\`.`,
    messages: Object.fromEntries(events.map(({ name }) => [name, { $ref: `#/components/messages/${name}` }])),
  };
}

function operation({ action, channel: name, events }: CatalogTopic): Json {
  return {
    action,
    channel: { $ref: `#/channels/${name}` },
    messages: events.map((event) => ({ $ref: `#/channels/${name}/messages/${event.name}` })),
  };
}

function message({ key, extensions }: CatalogTopic, { name, type, says }: CatalogEvent): Json {
  return {
    name: type,
    title: name,
    summary: says,
    contentType: 'application/json',
    headers: headers(type, extensions),
    payload: { $ref: `#/components/schemas/${name}` },
    bindings: { kafka: { key: { type: 'string', description: key }, bindingVersion: '0.5.0' } },
  };
}

function headers(type: string, extensions: CatalogTopic['extensions']): Json {
  const text = (description: string): Json => ({ type: 'string', description });
  const own = Object.entries(extensions).map(([name, says]): [string, Json] => [`ce_${name}`, text(says)]);
  return {
    type: 'object',
    properties: {
      'content-type': { const: 'application/json' },
      ce_specversion: { const: '1.0' },
      ce_id: text('With `ce_source` the identity of the event: the same pair again is the same event.'),
      ce_source: text('Who tells it, a URI reference.'),
      ce_type: { const: type },
      ce_time: { type: 'string', format: 'date-time', description: 'When it happened.' },
      ce_tenant: text('The tenant.'),
      ...Object.fromEntries(own),
    },
    required: [
      'content-type',
      'ce_specversion',
      'ce_id',
      'ce_source',
      'ce_type',
      'ce_time',
      'ce_tenant',
      ...own.map(([name]) => name),
    ],
  };
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
