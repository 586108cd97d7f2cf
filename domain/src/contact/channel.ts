/**
 * How a person is reached. `call` and `visit` are people's work; the rest are machines'. `im`: enterprise messaging, from the lender's
 * official account.
 */
export type Channel = 'sms' | 'email' | 'app' | 'im' | 'voice-bot' | 'dialler' | 'letter' | 'call' | 'visit';

/** Why a person is contacted (requirements D1). Caps, hours, holds and the payment fence apply by purpose. */
export type Purpose = 'collect' | 'locate' | 'relay' | 'remind-before-due' | 'service' | 'legally-required';

export type PointKind = 'mobile' | 'email' | 'app' | 'im' | 'address';
