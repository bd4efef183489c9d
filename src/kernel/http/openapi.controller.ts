import { Controller, Get } from '@nestjs/common';
import { OpenApiDocument } from './openapi-document.js';
import { PublicRoute, Returns } from './returns.js';

@Controller('api/openapi.json')
@PublicRoute()
export class OpenApiController {
  constructor(private readonly document: OpenApiDocument) {}

  @Get()
  @Returns(200, undefined, { summary: 'This document', mediaType: 'application/json' })
  show() {
    return this.document.build();
  }
}
