import { z } from 'zod';
import { roles } from './member.js';
import { rights } from './rights.js';

export const MemberAnswer = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  department: z.string(),
  phone: z.string().optional().meta({ description: 'E.164. Where the program texts you' }),
  roles: z.array(z.enum(roles)),
  may: z.array(z.enum(rights)).meta({ description: 'What these roles may do' }),
});
