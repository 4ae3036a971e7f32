import { asScriptText } from './announcement.js';

describe('data in a script element', () => {
  it.each(['</script>', '<!--', ']]>', '\u2028\u2029', '&amp;', '"\\'])(
    'holds %j without ending it',
    (text) => {
      const written = asScriptText({ text });
      expect(written).not.toMatch(/[<>&\u2028\u2029]/u);
      expect(JSON.parse(written)).toEqual({ text });
    },
  );
});
