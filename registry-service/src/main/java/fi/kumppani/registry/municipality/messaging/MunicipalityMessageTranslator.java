package fi.kumppani.registry.municipality.messaging;

import fi.kumppani.contracts.registry.MunicipalityDescribed;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.outbox.OutboundMessage;
import fi.kumppani.kit.text.Language;
import fi.kumppani.registry.municipality.Municipality;
import fi.kumppani.registry.municipality.PopulationFigure;

import org.springframework.stereotype.Component;

import java.util.List;

/** Tells a municipality as it now is. */
@Component
class MunicipalityMessageTranslator implements MessageTranslator<Municipality> {

    @Override
    public List<OutboundMessage> announce(Municipality municipality) {
        return List.of(
                new OutboundMessage(
                        MunicipalityDescribed.TYPE,
                        municipality.code().value(),
                        new MunicipalityDescribed(contract(municipality))));
    }

    private static fi.kumppani.contracts.registry.Municipality contract(Municipality own) {
        return new fi.kumppani.contracts.registry.Municipality(
                own.code().value(),
                own.name().toContract(),
                own.regionCode(),
                own.wellbeingCounty().code(),
                own.languages().stream().map(Language::code).toList(),
                own.populations().stream().map(MunicipalityMessageTranslator::contract).toList());
    }

    private static fi.kumppani.contracts.registry.Municipality.Population contract(
            PopulationFigure own) {
        return new fi.kumppani.contracts.registry.Municipality.Population(
                own.asOf(), own.inhabitants(), own.source());
    }
}
