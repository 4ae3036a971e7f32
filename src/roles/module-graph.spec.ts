import type { Type } from '@nestjs/common';
import { Config } from '../platform/config/config.js';
import { AppModule } from './app.module.js';

interface Found {
  readonly module?: Type;
  readonly global?: boolean;
  readonly imports?: readonly unknown[];
}

/** Every module that the application is made of, and whether its exports are seen everywhere. */
function modulesOf(root: unknown, found = new Map<string, boolean>()): ReadonlyMap<string, boolean> {
  const dynamic = root as Found;
  const type = dynamic.module ?? (root as Type);
  if (found.has(type.name)) return found;
  found.set(type.name, dynamic.global === true || Reflect.hasMetadata('__module:global__', type));
  const fixed = (Reflect.getMetadata('imports', type) ?? []) as unknown[];
  for (const one of [...fixed, ...(dynamic.imports ?? [])]) modulesOf(one, found);
  return found;
}

describe('the graph of modules', () => {
  const modules = modulesOf(
    AppModule.with(Config.read({ NODE_ENV: 'test', DATABASE_URL: 'postgres://localhost/budkavle' })),
  );
  const ours = [...modules].filter(([name]) => !name.startsWith('TypeOrm'));

  it('makes global only technology, and ports that a lower floor declares', () => {
    expect(ours.filter(([, isGlobal]) => isGlobal).map(([name]) => name)).toEqual([
      'ConfigModule',
      'DatabaseModule',
      'PlatformModule',
      'QueueModule',
      'BroadcastLedgerModule',
      'DispatchModule',
    ]);
  });

  it('is as large as the house', () => expect(ours.length).toBeGreaterThan(15));
});
