import { bucketAttribute, stageAttribute, tenantAttribute } from '@recourse/workflows/search-attributes';
import type { Connection } from '@temporalio/client';

const keyword = 2; // temporal.api.enums.v1.IndexedValueType

/** The namespace lacks attributes that every case's run writes, and we may not add them. */
export class SearchAttributesMissing extends Error {
  override readonly name = 'SearchAttributesMissing';
}

/**
 * Makes sure that the namespace knows our search attributes: a workflow that writes an unknown one gets stuck.
 * @throws SearchAttributesMissing with the command to run, where the server does not let us add them
 */
export async function ensureSearchAttributes(connection: Connection, namespace: string): Promise<void> {
  const names = [stageAttribute, bucketAttribute, tenantAttribute].map(({ name }) => name);
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
  const missing = names.filter((name) => !(name in customAttributes));
  if (missing.length === 0) return;
  try {
    await connection.operatorService.addSearchAttributes({
      namespace,
      searchAttributes: Object.fromEntries(missing.map((name) => [name, keyword])),
    });
  } catch (error) {
    const command = missing
      .map((name) => `temporal operator search-attribute create --namespace ${namespace} --name ${name} --type Keyword`)
      .join('; ');
    throw new SearchAttributesMissing(`namespace ${namespace} lacks search attributes; run: ${command}`, {
      cause: error,
    });
  }
}
