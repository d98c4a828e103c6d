import { Module } from '@nestjs/common';
import { AnswersModule } from '../answers/answers.module.ts';
import { FilesModule } from '../files/files.module.ts';
import { IdentityModule } from '../identity/identity.module.ts';
import { MessagesModule } from '../messages/messages.module.ts';
import { PortraitsModule } from '../portraits/portraits.module.ts';
import { PlacesModule } from '../places/places.module.ts';
import { AccountController } from './account.controller.ts';
import { ExportService } from './export.service.ts';
import { RemovalService } from './removal.service.ts';

@Module({
  imports: [IdentityModule, PlacesModule, MessagesModule, FilesModule, PortraitsModule, AnswersModule],
  controllers: [AccountController],
  providers: [ExportService, RemovalService],
})
export class AccountModule {}
