import { Injectable } from '@nestjs/common';
import { AppointmentFeed } from './appointment-feed.service.js';
import { AppointmentMail } from './appointment-mail.service.js';
import type { Appointment } from './appointment.entity.js';
import type { AppointmentFacts } from './organizer-changes.js';

/** Whatever tells of an appointment follows it: mail to those concerned, and the calendars of the team. */
@Injectable()
export class AppointmentNews {
  constructor(
    private readonly mail: AppointmentMail,
    private readonly feed: AppointmentFeed,
  ) {}

  async booked(appointment: Appointment): Promise<void> {
    await this.mail.booked(appointment);
    await this.feed.add(appointment);
  }

  /** `was` is the appointment before. */
  async moved(appointment: Appointment, was: AppointmentFacts): Promise<void> {
    await this.mail.moved(appointment, was);
    await this.feed.change(appointment, was);
  }

  async cancelled(appointment: Appointment): Promise<void> {
    await this.mail.cancelled(appointment);
    await this.feed.change(appointment);
  }

  /** It was held or not, or that was taken back: nobody is mailed. */
  settled(appointment: Appointment): Promise<void> {
    return this.feed.change(appointment);
  }
}
