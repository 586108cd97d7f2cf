/** Minutes after which a case tries again what trouble of ours or of a provider has kept from happening. */
export const troubleMinutes = 30;
