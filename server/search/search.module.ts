import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels/channels.module.ts';
import { SearchController } from './search.controller.ts';
import { SearchService } from './search.service.ts';

@Module({
  imports: [ChannelsModule],
  controllers: [SearchController],
  providers: [SearchService],
})
export class SearchModule {}
