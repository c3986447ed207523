package fi.kumppani.registry.association.messaging;

import fi.kumppani.contracts.registry.AssociationChanged;
import fi.kumppani.contracts.registry.AssociationRegistered;
import fi.kumppani.contracts.registry.AssociationVerified;
import fi.kumppani.contracts.registry.ConfirmationAsked;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.outbox.OutboundMessage;
import fi.kumppani.registry.association.Association;
import fi.kumppani.registry.association.BusinessId;
import fi.kumppani.registry.association.Facts;
import fi.kumppani.registry.association.News;
import fi.kumppani.registry.association.Origin;
import fi.kumppani.registry.association.PurposeClass;
import fi.kumppani.registry.association.RegisterNumber;

import org.springframework.stereotype.Component;

import java.util.List;

/** Tells an association's whole public state, whatever happened to it. */
@Component
class AssociationMessageTranslator implements MessageTranslator<News> {

    @Override
    public List<OutboundMessage> announce(News news) {
        String id = news.association().origin().id();
        var state = contract(news.association());
        return List.of(
                switch (news) {
                    case News.Registered _ ->
                            new OutboundMessage(
                                    AssociationRegistered.TYPE,
                                    id,
                                    new AssociationRegistered(state));
                    case News.Verified _ ->
                            new OutboundMessage(
                                    AssociationVerified.TYPE, id, new AssociationVerified(state));
                    case News.Changed _ ->
                            new OutboundMessage(
                                    AssociationChanged.TYPE, id, new AssociationChanged(state));
                    case News.ConfirmationAsked _ ->
                            new OutboundMessage(
                                    ConfirmationAsked.TYPE, id, new ConfirmationAsked(state));
                });
    }

    private static fi.kumppani.contracts.registry.Association contract(Association own) {
        Origin origin = own.origin();
        Facts facts = own.facts();
        return new fi.kumppani.contracts.registry.Association(
                origin.id(),
                facts.name().toContract(),
                facts.businessId().map(BusinessId::value).orElse(null),
                facts.registerNumber().map(RegisterNumber::value).orElse(null),
                facts.form().code(),
                origin.home().value(),
                facts.purposeClass().map(PurposeClass::number).orElse(null),
                facts.themes(),
                status(own),
                facts.active(),
                origin.imported(),
                own.upkeep().confirmedOn().orElse(null));
    }

    private static String status(Association own) {
        return switch (own) {
            case Association.Unverified _ -> "unverified";
            case Association.Verified _ -> "verified";
            case Association.Dissolved _ -> "dissolved";
        };
    }
}
