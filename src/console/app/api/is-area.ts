import type { AreaAudience, Audience } from './answers.js';

export const isArea = (audience: Audience): audience is AreaAudience =>
  !('topic' in audience || 'recipientsOf' in audience);
