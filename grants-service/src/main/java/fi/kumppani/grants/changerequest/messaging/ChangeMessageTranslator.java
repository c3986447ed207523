package fi.kumppani.grants.changerequest.messaging;

import fi.kumppani.contracts.grants.TermsChanged;
import fi.kumppani.grants.changerequest.AskedChanges;
import fi.kumppani.grants.changerequest.ChangeRequest;
import fi.kumppani.grants.changerequest.GrantTerms;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.outbox.OutboundMessage;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.List;

/** Says in the words of the contracts what became of a request; nothing that people wrote. */
@Component
class ChangeMessageTranslator implements MessageTranslator<AskedChanges.News> {

    @Override
    public List<OutboundMessage> announce(AskedChanges.News news) {
        String application = news.requests().application().value();
        return news.requests().find(news.changed()).stream()
                .map(
                        each ->
                                new OutboundMessage(
                                        TermsChanged.TYPE, application, told(application, each)))
                .toList();
    }

    private static TermsChanged told(String application, ChangeRequest request) {
        @Nullable GrantTerms approved = null;
        ChangeRequest.Ending.@Nullable Ruled ruled = null;
        if (request.ending() instanceof ChangeRequest.Ending.Ruled made) {
            ruled = made;
            approved = made.approved();
        }
        return new TermsChanged(
                application,
                request.number(),
                request.status(),
                approved == null ? null : approved.beginsOn(),
                approved == null ? null : approved.endsOn(),
                approved != null && approved.use() != null,
                ruled == null ? null : ruled.decidedOn());
    }
}
