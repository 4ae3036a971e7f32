import { Injectable } from '@nestjs/common';
import { ApproveBroadcast } from './approve-broadcast.js';
import { ControlBroadcast } from './control-broadcast.js';
import { SubmitBroadcast } from './submit-broadcast.js';
import { TurnDownBroadcast } from './turn-down-broadcast.js';

/** The steps from draft to done, for whoever lets people take them. */
@Injectable()
export class BroadcastSteps {
  constructor(
    readonly submit: SubmitBroadcast,
    readonly approve: ApproveBroadcast,
    readonly turnDown: TurnDownBroadcast,
    readonly control: ControlBroadcast,
  ) {}
}
