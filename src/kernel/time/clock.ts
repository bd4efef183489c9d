import { Injectable } from '@nestjs/common';

/** The one source of "now"; rules take `now` as a parameter, services ask the clock. Tests put a fixed one in its place. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}
