import { Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { MailModule } from '../mail/mail.module.js';
import { Accounts } from './accounts.service.js';
import { AuthGuard } from './auth.guard.js';
import { AuthJobs } from './auth.jobs.js';
import { CapabilityLinks } from './capability-links.service.js';
import { FirstOwner } from './first-owner.js';
import { ForgottenPassword } from './forgotten-password.service.js';
import { IdempotencyInterceptor } from './idempotency.interceptor.js';
import { IdempotencyKeys } from './idempotency-keys.service.js';
import { MyAccountPages } from './my-account.pages.js';
import { PasswordLinks } from './password-links.service.js';
import { PasswordPages } from './password.pages.js';
import { Passwords } from './passwords.service.js';
import { SessionCookie } from './session-cookie.js';
import { SessionsController } from './sessions.controller.js';
import { Sessions } from './sessions.service.js';
import { SignInAttempts } from './sign-in-attempts.service.js';
import { SignInPages } from './sign-in.pages.js';
import { SignIn } from './sign-in.service.js';
import { StudyNames } from './study-names.js';
import { StudyRoles } from './study-roles.service.js';

const shared = [Accounts, CapabilityLinks, FirstOwner, PasswordLinks, StudyNames, StudyRoles];

@Module({
  imports: [MailModule],
  controllers: [SessionsController, SignInPages, PasswordPages, MyAccountPages],
  providers: [
    ...shared,
    AuthJobs,
    ForgottenPassword,
    IdempotencyKeys,
    Passwords,
    SessionCookie,
    Sessions,
    SignIn,
    SignInAttempts,
    { provide: APP_GUARD, useClass: AuthGuard },
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
  ],
  exports: shared,
})
export class AuthModule {}
