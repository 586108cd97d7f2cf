import mongoose from 'mongoose';
import { Connection } from '@temporalio/client';
import { Kafka, logLevel } from 'kafkajs';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';

describe('the local servers', () => {
  const client = new mongoose.mongo.MongoClient(inject('mongoUri'));
  beforeAll(() => client.connect());
  afterAll(() => client.close());

  test('MongoDB takes a transaction over two collections, or nothing of it', async () => {
    const db = client.db(`local-${process.pid}`);
    await Promise.all([db.createCollection('a'), db.createCollection('b')]);
    const write = (fail: boolean) =>
      client.withSession((session) =>
        session.withTransaction(async () => {
          await db.collection('a').insertOne({ fail }, { session });
          await db.collection('b').insertOne({ fail }, { session });
          if (fail) throw new Error('changed its mind');
        }),
      );

    await write(false);
    await expect(write(true)).rejects.toThrow('changed its mind');

    expect(await db.collection('a').countDocuments()).toBe(1);
    expect(await db.collection('b').countDocuments()).toBe(1);
    await db.dropDatabase();
  });

  test('MongoDB tells a change stream of a write', async () => {
    const things = client.db(`local-${process.pid}`).collection<{ _id: string }>('things');
    await things.insertOne({ _id: 'before' });
    const stream = things.watch();
    const next = stream.next();
    const write = setInterval(() => void things.insertOne({ _id: `after-${Date.now()}` }), 50); // the stream begins at an unknown moment

    const change = await next;

    clearInterval(write);
    await stream.close();
    expect(change.operationType).toBe('insert');
    await client.db(`local-${process.pid}`).dropDatabase();
  });

  test('Kafka creates a topic and takes a record', async () => {
    const kafka = new Kafka({ brokers: inject('kafkaBrokers').split(','), logLevel: logLevel.NOTHING });
    const [admin, producer] = [kafka.admin(), kafka.producer()];
    await Promise.all([admin.connect(), producer.connect()]);
    const topic = `local-${process.pid}`;
    await admin.createTopics({ topics: [{ topic, numPartitions: 1 }], waitForLeaders: true });

    const [sent] = await producer.send({ topic, acks: -1, messages: [{ key: 'k', value: 'v' }] });

    expect(sent).toMatchObject({ errorCode: 0, baseOffset: '0' });
    await admin.deleteTopics({ topics: [topic] });
    await Promise.all([admin.disconnect(), producer.disconnect()]);
  });

  test('Temporal knows the search attributes', async () => {
    const connection = await Connection.connect({ address: inject('temporalAddress') });

    const known = await connection.operatorService.listSearchAttributes({ namespace: 'default' });

    expect(Object.keys(known.customAttributes)).toEqual(
      expect.arrayContaining(['RecourseStage', 'RecourseBucket', 'RecourseTenant']),
    );
    await connection.close();
  });
});
