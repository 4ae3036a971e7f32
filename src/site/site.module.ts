import { Module } from '@nestjs/common';
import { DirectoryModule } from '../directory/directory.module.js';
import { PlacesModule } from '../places/places.module.js';
import { PublishingModule } from '../publishing/publishing.module.js';
import { TopicsModule } from '../topics/topics.module.js';
import { VerificationModule } from '../verification/verification.module.js';
import { AddAddressController } from './addresses/add-address.controller.js';
import { ChangeAddressController } from './addresses/change-address.controller.js';
import { CheckNumberController } from './addresses/check-number.controller.js';
import { BrandFilesController } from './style/brand-files.controller.js';
import { CodeController } from './number/code.controller.js';
import { FormRenderer } from './page/form-renderer.js';
import { InformationController } from './information/information.controller.js';
import { IncidentController } from './news/incident.controller.js';
import { IncidentsAt } from './news/incidents-at.js';
import { ReadLatest } from './news/latest.js';
import { NewsController } from './news/news.controller.js';
import { NewsRenderer } from './news/news-renderer.js';
import { OwnIncidents } from './news/own-incidents.js';
import { NumberForm } from './number/number-form.js';
import { OwnAddressesController } from './addresses/own-addresses.controller.js';
import { OwnChangesController } from './addresses/own-changes.controller.js';
import { OwnTopicsController } from './topics/own-topics.controller.js';
import { PageRenderer } from './page/page-renderer.js';
import { StylesheetController } from './style/stylesheet.controller.js';
import { TopicsPageController } from './topics/topics-page.controller.js';
import { UnknownPageController } from './unknown-page.controller.js';
import { EmbeddedTopicsController } from './widget/embedded-topics.controller.js';
import { WidgetController } from './widget/widget.controller.js';
import { WellKnownController } from './well-known.controller.js';

/**
 * The public pages: what is going on, topics, own addresses, checking a number, information. They work without JavaScript.
 *
 * Owns no table. A page is a controller, its view and its words in one folder; `page/` is shared by all.
 */
@Module({
  imports: [VerificationModule, DirectoryModule, PlacesModule, PublishingModule, TopicsModule],
  controllers: [
    InformationController,
    NewsController,
    IncidentController,
    TopicsPageController,
    CodeController,
    OwnTopicsController,
    OwnChangesController,
    OwnAddressesController,
    AddAddressController,
    ChangeAddressController,
    CheckNumberController,
    StylesheetController,
    BrandFilesController,
    EmbeddedTopicsController,
    WidgetController,
    WellKnownController,
    UnknownPageController,
  ],
  providers: [FormRenderer, IncidentsAt, NewsRenderer, NumberForm, OwnIncidents, PageRenderer, ReadLatest],
})
export class SiteModule {}
