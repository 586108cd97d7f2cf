/** Where workers take the work of collection cases from. */
export const collectionTaskQueue = 'recourse-collection';
