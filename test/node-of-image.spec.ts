import { readFileSync } from 'node:fs';

const dockerfile = readFileSync('docker/Dockerfile', 'utf8');

describe('the image', () => {
  it('has in every stage the Node version on which CI runs the built program', () => {
    const version = readFileSync('.nvmrc', 'utf8').trim();
    const stages = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, image]) => image);
    expect(stages.length).toBeGreaterThan(0);
    expect(new Set(stages)).toEqual(new Set([`node:${version}-slim`]));
  });

  it('installs exactly what the lock file has, by npm ci', () => {
    expect(dockerfile).toMatch(/\bnpm ci\b/);
    expect(dockerfile).not.toMatch(/\bnpm (i|install)\b/);
  });
});
