import { z } from 'zod';

/** An object with no other fields than these; a fault names them and none of what was found. */
export const strictly = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject(shape, {
    error: ({ code }) =>
      code === 'unrecognized_keys' ? `has a field other than ${Object.keys(shape).join(', ')}` : 'must be an object',
  });
