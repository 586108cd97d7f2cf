import { randomUUID } from 'node:crypto';
import { kafkaEventBus } from '@recourse/infra/kafka/kafka-event-bus';
import { inject } from 'vitest';
import { eventBusContract } from './contracts/event-bus.contract.js';

const brokers = inject('kafkaBrokers');

eventBusContract('The event bus on Kafka', () => kafkaEventBus({ brokers: brokers.split(','), clientId: `contract-${randomUUID()}` }, () => undefined));
