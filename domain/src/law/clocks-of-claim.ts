/** The clocks of a claim itself, which every case watches: after one of them nobody sues on it. */
export const clocksOfClaim: readonly string[] = ['limitation', 'limitation-long-stop'];
