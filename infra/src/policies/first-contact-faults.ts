import type { MessageTemplate } from '@recourse/domain/contact/content/message-template';
import type { PolicyFault } from './policy-error.js';

const holdsAll = (ofThis: readonly string[], ofThat: readonly string[]): boolean =>
  ofThat.every((each) => ofThis.includes(each));

/** Templates whose place in a first contact is taken by one that does not exist, may not be first itself, or is not approved for all that they are. */
export function firstContactFaults(byName: ReadonlyMap<string, MessageTemplate>): PolicyFault[] {
  return [...byName].flatMap(([name, template]) => {
    const { asFirst } = template;
    if (asFirst === undefined) return [];
    const fault = (reason: string): PolicyFault[] => [{ file: `templates/${name}.yaml`, path: 'asFirst', reason }];
    if (template.firstContact) return fault('this template may itself be the first a person gets');
    const first = byName.get(asFirst);
    if (!first) return fault(`policies/templates has no ${asFirst}.yaml`);
    if (!first.firstContact) return fault(`${asFirst} may not be the first a person gets either`);
    const isFit = (['senders', 'channels', 'purposes', 'parties'] as const).every((field) =>
      holdsAll(first[field], template[field]),
    );
    return isFit ? [] : fault(`${asFirst} is not approved for all senders, channels, purposes and parties of this one`);
  });
}
