import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels/channels.module.ts';
import { FilesModule } from '../files/files.module.ts';
import { PlacesModule } from '../places/places.module.ts';
import { PortraitsController } from './portraits.controller.ts';
import { PortraitsService } from './portraits.service.ts';

@Module({
  imports: [PlacesModule, ChannelsModule, FilesModule],
  controllers: [PortraitsController],
  providers: [PortraitsService],
  exports: [PortraitsService],
})
export class PortraitsModule {}
