import { z } from 'zod';
import { roles } from './member.js';
import { rights } from './rights.js';

export const MemberAnswer = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  department: z.string(),
  roles: z.array(z.enum(roles)),
  may: z.array(z.enum(rights)).meta({ description: 'What these roles may do' }),
});
