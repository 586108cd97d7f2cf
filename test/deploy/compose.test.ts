import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readConfig } from '@recourse/infra/config/read-config';
import { localDir } from '@recourse/infra/local/local-dir';
import { parse } from 'yaml';

type Service = {
  image?: string;
  build?: object;
  environment?: Record<string, string>;
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: object;
  volumes?: string[];
};
const file = fileURLToPath(new URL('../../infra/deploy/compose.yaml', import.meta.url));
const { services, volumes } = parse(readFileSync(file, 'utf8')) as {
  services: Record<string, Service>;
  volumes: Record<string, object>;
};

/** As compose fills them in: `${NAME:-default}`, `${NAME:?must be set}`. */
const filledIn = (value: string): string =>
  value.replace(/\$\{(\w+)(?::-([^}]*)|:\?[^}]*)\}/g, (_all, name: string, fallback?: string) =>
    name === 'RECOURSE_KEY' ? 'ab'.repeat(32) : (fallback ?? ''),
  );

// There is no container engine here: what can be held is the form, and that every name means something to us.
describe('the compose file', () => {
  it('gives Recourse settings that it can use, and no name it does not know', () => {
    const given = Object.fromEntries(
      Object.entries(services['recourse']?.environment ?? {}).map(([name, value]) => [name, filledIn(String(value))]),
    );
    const config = readConfig(given);
    expect(config.mongo.uri).toContain('replicaSet=');
    expect(config.kafka.brokers).toEqual(['kafka:9092']);
    const known = readFileSync(
      fileURLToPath(new URL('../../infra/src/config/read-config.ts', import.meta.url)),
      'utf8',
    );
    expect(Object.keys(given).filter((name) => !known.includes(`${name}:`))).toEqual([]);
  });

  it('names only servers and volumes that it has, and waits only for services that can become healthy', () => {
    for (const [name, { depends_on = {}, volumes: mounted = [] }] of Object.entries(services)) {
      for (const [other, { condition }] of Object.entries(depends_on)) {
        expect(services[other], `${name} depends on ${other}`).toBeDefined();
        if (condition === 'service_healthy') expect(services[other]?.healthcheck, `health of ${other}`).toBeDefined();
      }
      for (const mount of mounted) expect(Object.keys(volumes), `volume of ${name}`).toContain(mount.split(':')[0]);
    }
  });

  it('uses images with a version, so that a trial today is one tomorrow', () => {
    const images = Object.values(services).flatMap(({ image }) => image ?? []);
    expect(images.length).toBeGreaterThan(3);
    for (const image of images) expect(image).toMatch(/:[0-9][0-9.]*$/);
  });

  it('gives its user the directory that `up` writes to: all else belongs to root', () => {
    const steps = readFileSync(new URL('../../infra/deploy/Dockerfile', import.meta.url), 'utf8').split('\n');
    const after = (word: string): string =>
      steps.find((step) => step.startsWith(`${word} `))?.slice(word.length + 1) ?? '';
    const [root, user] = [after('WORKDIR'), after('USER')];
    const given = steps
      .slice(0, steps.indexOf(`USER ${user}`))
      .flatMap((step) => /^RUN mkdir (\S+) && chown (\S+) \1$/.exec(step)?.slice(1) ?? []);

    const [directory = '', owner] = given;
    expect(user).not.toBe('');
    expect(owner).toBe(user);
    expect(resolve(root, directory)).toBe(localDir(root, services['recourse']?.environment ?? {}));
  });
});
