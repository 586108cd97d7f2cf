import type { Participant } from '@recourse/activities/clock/participant';
import type { Instant } from '@recourse/domain/calendar/instant';
import { HttpRefused, httpJson } from './http-json.js';

/**
 * A participant of the test clock that speaks `docs/sandbox-protocol.md` at `url`. One that lives on the real clock plays for nobody's
 * test clock: it says so when it is first asked to play, and is left out from then on.
 */
export function httpParticipant(name: string, url: string): Participant & { onRealClock(): boolean } {
  let onRealClock = false;
  return {
    name,
    onRealClock: () => onRealClock,
    async agenda(now) {
      if (onRealClock) return undefined;
      const { next } = await httpJson<{ next: Instant | null }>(`${url}/agenda?now=${encodeURIComponent(now)}`);
      return next ?? undefined;
    },
    async play(until) {
      try {
        if (!onRealClock) return await httpJson<{ played: number; published: number }>(`${url}/play`, { until });
      } catch (error) {
        if (!(error instanceof HttpRefused) || error.status !== 409) throw error;
        onRealClock = true;
      }
      return { played: 0, published: 0 };
    },
  };
}
