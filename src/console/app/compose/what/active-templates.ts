/** The path of the templates that may be chosen. */
export const activeTemplates = '/templates?state=active';
