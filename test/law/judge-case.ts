import { contactGate } from '@recourse/domain/contact/contact-gate';
import { underShippedLaw } from './drawn/under-shipped-law.js';
import type { LawCase } from './drawn/law-case.js';
import {
  addingForbids,
  agreesWithReference,
  askedAt,
  concludingOnlyLoosens,
  deferralIsExact,
  mergingForbids,
  orderIsNothing,
  visitAgrees,
  type Broken,
} from './gate-laws.js';

/** Every law of the gate on one case; the first that is broken, in words. */
export const judgeCase = (given: LawCase): Broken => {
  const { ask, rule, packNth, besides, begun, known, other, step, visit, place } = given;
  const verdict = contactGate(ask);
  const apart = agreesWithReference(ask, verdict);
  if (apart) return apart;
  for (const ms of besides) {
    const beside = askedAt(ask, new Date(Date.parse(ask.attempt.at) + ms).toISOString());
    const apartBeside = agreesWithReference(beside, contactGate(beside));
    if (apartBeside) return apartBeside;
  }
  const shipped = underShippedLaw(ask, place);
  const apartAsShipped = agreesWithReference(shipped, contactGate(shipped)) ?? visitAgrees(visit);
  if (apartAsShipped) return apartAsShipped;
  const { person, point, ...knownFrom } = ask.ledger;
  const turned = { person: person.toReversed(), point: point.toReversed(), ...knownFrom };
  return (
    deferralIsExact(ask, verdict, step) ??
    addingForbids(ask, verdict, rule, packNth) ??
    concludingOnlyLoosens(ask, begun, known) ??
    orderIsNothing(ask, verdict, turned) ??
    mergingForbids(ask, other)
  );
};
