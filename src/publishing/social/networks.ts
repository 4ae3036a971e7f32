import { Injectable } from '@nestjs/common';
import { Facebook } from './facebook/facebook.js';
import { Mastodon } from './mastodon/mastodon.js';
import type { Network, NetworkName } from './network.js';

/** Each network, by its name. */
@Injectable()
export class Networks {
  private readonly all: Readonly<Record<NetworkName, Network>>;

  constructor(mastodon: Mastodon, facebook: Facebook) {
    this.all = { mastodon, facebook };
  }

  of(name: NetworkName): Network {
    return this.all[name];
  }
}
