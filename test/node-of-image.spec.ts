import { readFileSync } from 'node:fs';

const dockerfile = readFileSync('docker/Dockerfile', 'utf8');

describe('the image', () => {
  it('has in every stage the Node that CI runs the built program on', () => {
    const version = readFileSync('.nvmrc', 'utf8').trim();
    const stages = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, image]) => image);
    expect(stages.length).toBeGreaterThan(0);
    expect(new Set(stages)).toEqual(new Set([`node:${version}-slim`]));
  });

  it('installs what the lock file says, and nothing else', () => {
    expect(dockerfile).toMatch(/\bnpm ci\b/);
    expect(dockerfile).not.toMatch(/\bnpm (i|install)\b/);
  });
});
