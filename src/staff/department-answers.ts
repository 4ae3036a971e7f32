import { z } from 'zod';

export const DepartmentAnswer = z.strictObject({ id: z.uuid(), name: z.string() });
