import { describe, expect, it } from 'vitest';
import { contractOrder } from './components.js';
import { wholeAllocationSchema } from './whole-allocation-schema.js';

const lane = { when: ['past-due', 'due'], components: contractOrder, by: 'instalment', first: 'oldest' };
const rows = (...order: object[]) => ({ rows: [{ fromDpd: 0, order }], takenBack: 'principal' });
const faultsOf = (told: unknown) =>
  wholeAllocationSchema.safeParse(told).error?.issues.map(({ path, message }) => [path.join('.'), message]);

describe('a way of allocating names every component once', () => {
  it('as one order', () => {
    expect(faultsOf(contractOrder)).toBeUndefined();
    expect(faultsOf(['interest', 'principal'])).toEqual([
      ['', 'must name every component once: costs, fees, compound, penalty, damages are missing'],
    ]);
    expect(faultsOf([...contractOrder, 'fees'])).toEqual([['', 'must name every component once: fees is there twice']]);
  });

  it('in each row, of what is past due and of what is due today; in advance as it likes, but none twice', () => {
    expect(faultsOf(rows(lane))).toBeUndefined();
    expect(faultsOf(rows(lane, { ...lane, when: ['in-advance'], components: ['principal'] }))).toBeUndefined();
    expect(
      faultsOf(rows({ ...lane, components: ['costs', 'fees'] }, { ...lane, components: contractOrder.slice(2) })),
    ).toBeUndefined();
    expect(
      faultsOf(rows({ ...lane, when: ['past-due'] }, { ...lane, when: ['due'], components: ['principal'] })),
    ).toEqual([
      [
        'rows.0.order',
        'must name every component once for what is due: costs, fees, interest, compound, penalty, damages are missing',
      ],
    ]);
    expect(
      faultsOf(
        rows(
          { ...lane, when: ['past-due', 'due', 'in-advance'] },
          { ...lane, when: ['in-advance'], components: ['fees'] },
        ),
      ),
    ).toEqual([['rows.0.order', 'must name every component once for what is in-advance: fees is there twice']]);
    expect(faultsOf(rows())).toHaveLength(2);
  });

  it('what a chargeback makes owed again names none twice', () => {
    expect(faultsOf({ ...rows(lane), takenBack: ['fees', 'fees'] })).toEqual([
      ['takenBack', 'must name every component once: fees is there twice'],
    ]);
    expect(faultsOf({ ...rows(lane), takenBack: ['fees'] })).toBeUndefined();
  });
});
