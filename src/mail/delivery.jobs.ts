import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '../kernel/jobs/jobs.js';
import { deliveryJob } from './delivery-names.js';
import { Delivery } from './delivery.service.js';

/** Mail leaves right after the transaction that queued it; the clock finds what is to be tried again. */
@Injectable()
export class DeliveryJobs implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly delivery: Delivery,
  ) {}

  onModuleInit(): void {
    this.jobs.register({
      name: deliveryJob,
      everySeconds: 15,
      handler: () => this.delivery.deliverDue(),
    });
  }
}
