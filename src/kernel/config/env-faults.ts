import { StartFault } from '../start/start-fault.js';

export interface EnvFault {
  readonly variable: string;
  /** Completes "VARIABLE …"; never holds the value, which may be a secret. */
  readonly reason: string;
}

/** The environment cannot be used: every fault at once, one line each. */
export class EnvFaults extends StartFault {
  readonly faults: readonly EnvFault[];

  constructor(faults: readonly EnvFault[]) {
    super(...faults.map(({ variable, reason }) => `${variable} ${reason}.`));
    this.faults = faults;
  }
}
