import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ProviderUnavailable, type MessageChannel, type PartnerPort } from '@recourse/activities/contact/channels';

export type ProvidersBench = {
  messages: MessageChannel;
  agency: PartnerPort;
  lawFirm: PartnerPort;
  /** A number the SMS provider takes. */
  number: string;
  order(of: 'sms' | 'agency', hazard: 'timeout-after-send' | 'unavailable'): Promise<void>;
  /** Ids received, each as often as it was sent on. */
  received(): Promise<string[]>;
  close(): Promise<void>;
};

/** What every adapter of the provider ports keeps, and the fake as well. */
export function providersContract(name: string, open: () => Promise<ProvidersBench>): void {
  describe(`providers (${name})`, () => {
    let bench: ProvidersBench;
    beforeAll(async () => {
      bench = await open();
    });
    afterAll(() => bench.close());

    let nth = 0;
    const anId = (): string => `test/L1/1/1/step/${(nth += 1)}`;
    const soon = (): Date => new Date(Date.now() + 5_000);
    const sms = (actId: string, changes: { to?: string; notAfter?: Date } = {}) =>
      bench.messages.send({
        actId,
        channel: 'sms',
        to: bench.number,
        language: 'zh',
        text: 'CNY 1.00',
        needsReceipt: false,
        notAfter: soon(),
        ...changes,
      });
    const times = async (id: string): Promise<number> => (await bench.received()).filter((each) => each === id).length;

    it('take a message and know its id afterwards', async () => {
      const id = anId();
      expect(await sms(id)).toMatchObject({ result: 'accepted' });
      expect(await bench.messages.ask(id, 'sms')).not.toBe('not-found');
      expect(await times(id)).toBe(1);
    });

    it('send the same id on once, however often it comes', async () => {
      const id = anId();
      const first = await sms(id);
      expect(await sms(id)).toEqual(first);
      expect(await times(id)).toBe(1);
    });

    it('do not know an id that never came', async () => {
      expect(await bench.messages.ask(anId(), 'sms')).toBe('not-found');
      expect(await bench.agency.ask(anId(), 'agency-1')).toBe('not-found');
      expect(await bench.lawFirm.ask(anId(), 'firm-1')).toBe('not-found');
    });

    it('refuse an address nobody has', async () => {
      const id = anId();
      expect(await sms(id, { to: 'bad-address' })).toMatchObject({ result: 'refused' });
      expect(await times(id)).toBe(0);
    });

    it('refuse what comes after it should have been sent', async () => {
      const id = anId();
      expect(await sms(id, { notAfter: new Date(Date.now() - 1_000) })).toMatchObject({ result: 'refused' });
      expect(await times(id)).toBe(0);
    });

    it('say so when they are unavailable, and then have taken nothing', async () => {
      const id = anId();
      await bench.order('sms', 'unavailable');
      await expect(sms(id)).rejects.toBeInstanceOf(ProviderUnavailable);
      expect(await bench.messages.ask(id, 'sms')).toBe('not-found');
    });

    it('throw something else when the line drops, and then may have taken it', async () => {
      const id = anId();
      await bench.order('sms', 'timeout-after-send');
      const trouble = await sms(id).catch((error: unknown) => error);
      expect(trouble).toBeInstanceOf(Error);
      expect(trouble).not.toBeInstanceOf(ProviderUnavailable);
      expect(await bench.messages.ask(id, 'sms')).toBe('accepted');
    });

    const placed = (placementId: string, partnerId: string) => ({
      placementId,
      partnerId,
      loanId: 'L1',
      personId: 'p1',
      amount: 100,
      currency: 'CNY',
      creditor: 'guarantee-1',
      notAfter: soon(),
    });

    it.each([
      ['agency', 'agency-1'],
      ['lawFirm', 'firm-1'],
    ] as const)('take what is handed over to an %s once, and give it back', async (kind, partnerId) => {
      const placementId = anId();
      const actId = anId();
      const partner = bench[kind];

      for (const _again of [1, 2])
        expect(await partner.handOver(placed(placementId, partnerId))).toEqual({ result: 'accepted' });
      expect(await partner.takeBack({ actId, placementId, partnerId, reason: 'cured' })).toEqual({
        result: 'accepted',
      });

      expect([await partner.ask(placementId, partnerId), await partner.ask(actId, partnerId)]).toEqual([
        'accepted',
        'accepted',
      ]);
      expect(await times(placementId)).toBe(1);
    });

    it('throw on an agency’s dropped line, and can be asked', async () => {
      const placementId = anId();
      await bench.order('agency', 'timeout-after-send');
      await expect(bench.agency.handOver(placed(placementId, 'agency-1'))).rejects.toBeInstanceOf(Error);
      expect(await bench.agency.ask(placementId, 'agency-1')).toBe('accepted');
    });
  });
}
