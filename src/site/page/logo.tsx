import type { Brand } from '../../platform/brand/brand.js';
import type { BrandImage } from '../../platform/brand/brand-image.js';
import { Mark } from './mark.js';

interface LogoProps {
  readonly brand: Brand['parts'];
  readonly municipality: string;
  readonly service: string;
}

/** The logo or the mark, the sender's name, and the name of the service. */
export function Logo({ brand: { logo, name }, municipality, service }: LogoProps) {
  const sender = name ?? municipality;
  return (
    <>
      {logo ? <LogoImage {...logo} alt={logo.hasName ? sender : ''} /> : <Mark />}
      <span>
        {!logo?.hasName && (
          <span class="brand-name" lang="sv">
            {sender}
          </span>
        )}
        <span class="brand-service">{service}</span>
      </span>
    </>
  );
}

/** Pixels. A wide logo must leave room for the language beside it, on a phone too. */
const highest = 48;
const widest = 200;

function LogoImage({ light, dark, alt }: { light: BrandImage; dark?: BrandImage; alt: string }) {
  const scale = Math.min(highest / light.height, widest / light.width);
  const [width, height] = [Math.round(light.width * scale), Math.round(light.height * scale)];
  return (
    <picture>
      {dark && <source media="(prefers-color-scheme: dark)" srcset={dark.href} />}
      <img class="logo" src={light.href} width={width} height={height} alt={alt} lang="sv" />
    </picture>
  );
}
