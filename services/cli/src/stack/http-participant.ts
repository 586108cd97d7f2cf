import type { Participant } from '@recourse/activities/clock/participant';
import type { Instant } from '@recourse/domain/calendar/instant';
import { httpJson } from './http-json.js';

/** A participant of the test clock that speaks `docs/sandbox-protocol.md` at `url`. */
export function httpParticipant(name: string, url: string): Participant {
  return {
    name,
    async agenda(now) {
      const { next } = await httpJson<{ next: Instant | null }>(`${url}/agenda?now=${encodeURIComponent(now)}`);
      return next ?? undefined;
    },
    play: (until) => httpJson<{ played: number; published: number }>(`${url}/play`, { until }),
  };
}
