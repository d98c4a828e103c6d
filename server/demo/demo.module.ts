import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.ts';
import { DemoController } from './demo.controller.ts';
import { DemoService } from './demo.service.ts';

@Module({ imports: [IdentityModule], controllers: [DemoController], providers: [DemoService] })
export class DemoModule {}
