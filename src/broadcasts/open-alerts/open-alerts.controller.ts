import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { AudienceInput, isArea, readAudience } from '../../audiences/audience.js';
import { OverlapsRepository } from '../../audiences/overlaps.repository.js';
import { PreviewAudience } from '../../audiences/preview-audience.js';
import { Clock } from '../../kernel/clock.js';
import { polygonBody, TakesUpTo } from '../../platform/http/body-limits.js';
import { Gives, parsed, Takes } from '../../platform/http/parsed.js';
import { ForStaff, May } from '../../staff/staff.guard.js';
import { OpenAlertAnswer } from '../broadcast-answers.js';
import { OpenAlertsRepository, type OpenAlert } from './open-alerts.repository.js';

/** Days after which an alert without an all-clear is assumed to be over. */
const days = 7;

const Question = z.strictObject({
  audience: AudienceInput,
  except: z.uuid().optional().meta({ description: 'A broadcast: it and what it follows are left out' }),
});
/** Open alerts for a place, so that nobody sends a second one unaware. */
@ApiTags('broadcasts')
@Controller('api/v1/broadcasts')
@ForStaff()
export class OpenAlertsController {
  constructor(
    private readonly alerts: OpenAlertsRepository,
    private readonly overlaps: OverlapsRepository,
    private readonly preview: PreviewAudience,
    private readonly clock: Clock,
  ) {}

  /** Alerts of the last days without an all-clear that share an address with the audience. Reads only. */
  @Post('open-alerts')
  @May('audience.preview')
  @TakesUpTo(polygonBody)
  @HttpCode(200)
  @Takes(Question)
  @Gives(z.array(OpenAlertAnswer))
  async find(@Body(parsed(Question)) { audience: asked, except }: z.infer<typeof Question>) {
    const audience = readAudience(asked);
    await this.preview.check(audience);
    if (!isArea(audience)) return [];
    const since = new Date(this.clock.now().getTime() - days * 86_400_000);
    const found: z.infer<typeof OpenAlertAnswer>[] = [];
    for await (const open of this.alerts.list(since, except)) {
      const shared = await this.overlaps.with(
        audience,
        open.map((alert) => alert.audience),
      );
      found.push(...open.filter((_, at) => shared[at]).map(({ audience: _, ...alert }) => present(alert)));
    }
    return found;
  }
}

const present = ({ createdAt, startedAt, ...alert }: OpenAlert) => ({
  ...alert,
  createdAt: createdAt.toISOString(),
  startedAt: startedAt?.toISOString() ?? null,
});
