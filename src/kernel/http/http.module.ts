import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { ConstraintErrors } from './constraint-errors.js';
import { Metrics } from './metrics.js';
import { OpenApiController } from './openapi.controller.js';
import { OpenApiDocument } from './openapi-document.js';
import { ReadinessChecks } from './readiness-checks.js';

@Global()
@Module({
  imports: [DiscoveryModule],
  controllers: [OpenApiController],
  providers: [ConstraintErrors, Metrics, ReadinessChecks, OpenApiDocument],
  exports: [ConstraintErrors, Metrics, ReadinessChecks],
})
export class HttpModule {}
