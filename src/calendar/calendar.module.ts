import { Module } from '@nestjs/common';
import { Invitations } from './invitations.service.js';

@Module({ providers: [Invitations], exports: [Invitations] })
export class CalendarModule {}
