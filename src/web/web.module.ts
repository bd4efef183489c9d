import { Module } from '@nestjs/common';
import { HttpModule } from '../kernel/http/http.module.js';
import { OperationsController } from './operations.controller.js';
import { PreferencesPages } from './preferences.pages.js';

@Module({ imports: [HttpModule], controllers: [OperationsController, PreferencesPages] })
export class WebModule {}
