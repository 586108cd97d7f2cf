import type { CollectionCase } from '@recourse/domain/case/collection-case';
import type { Next } from './next.js';
import type { TurnTaken } from './turn-store.js';

const breathMs = 5_000;

/**
 * What the workflow does next. On a real clock it waits until the plan is due; on a test clock it waits to be rung unless it is due.
 * A turn that had nothing to say to a plan that is due would come again at once, for ever: it breathes first.
 */
export function nextOf({ kase, written, now, clockKind }: TurnTaken, tried: string | undefined): Next {
  const { plan, noted } = kase;
  const bucket = noted.bucket;
  if ('ending' in plan)
    return {
      planId: kase.caseId,
      stage: 'closed',
      bucket,
      because: `the case ended: ${plan.ending}`,
      ending: plan.ending,
    };

  const { id: planId, dueAt, because } = plan;
  const act = plan.awaiting ? undefined : plan.act?.kind;
  const idle = !written && (act === undefined || tried === planId);
  const dueInMs = waitFor(Date.parse(dueAt) - Date.parse(now), clockKind, idle);
  return {
    planId,
    ...(act ? { act } : {}),
    ...(dueInMs === undefined ? {} : { dueInMs }),
    dueAt,
    stage: stageOf(kase),
    bucket,
    because,
  };
}

function waitFor(ms: number, clockKind: 'real' | 'test', idle: boolean): number | undefined {
  if (ms > 0) return clockKind === 'real' ? ms : undefined;
  if (!idle) return 0;
  return clockKind === 'real' ? breathMs : undefined;
}

function stageOf({ status, stage }: CollectionCase): Next['stage'] {
  return status === 'intake' ? 'intake' : (stage ?? 'intake');
}
