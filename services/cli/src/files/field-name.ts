/** What a contract of ours may name a field; anything else came from elsewhere, may be personal data, and is not repeated. */
export const fieldName = /^[A-Za-z][A-Za-z0-9]{0,39}$/;
