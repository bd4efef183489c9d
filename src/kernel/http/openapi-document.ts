import { Injectable } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { writeOpenApi, type OpenApi } from './write-openapi.js';
import { routesOf } from './routes.js';

/** What scripts may rely on: the versioned API, links with a token, and the routes for operators. */
const documented = /^\/(api|r|m|calendars|health|metrics)(\/|$)/;

@Injectable()
export class OpenApiDocument {
  #built?: OpenApi;

  constructor(private readonly discovery: DiscoveryService) {}

  /** Made once, from the controllers that the application really has. */
  build(): OpenApi {
    this.#built ??= writeOpenApi(this.#routes());
    return this.#built;
  }

  #routes() {
    return this.discovery
      .getControllers()
      .flatMap(({ metatype }) => (metatype ? routesOf(metatype as Parameters<typeof routesOf>[0]) : []))
      .filter(({ path }) => documented.test(path));
  }
}
