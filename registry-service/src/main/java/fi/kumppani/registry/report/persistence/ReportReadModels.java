package fi.kumppani.registry.report.persistence;

import fi.kumppani.kit.inbound.ReadModel;
import fi.kumppani.kit.inbound.ReadModels;
import fi.kumppani.kit.inbound.Tally;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the report keeps, made of messages alone. */
@Configuration(proxyBeanMethods = false)
class ReportReadModels {

    @Bean
    Tally reportTally(ReadModels readModels) {
        return readModels.tally("report");
    }

    @Bean
    ReadModel<InhabitantsDocument> reportInhabitants(ReadModels readModels) {
        return readModels.open("report-inhabitants", InhabitantsDocument.class);
    }
}
