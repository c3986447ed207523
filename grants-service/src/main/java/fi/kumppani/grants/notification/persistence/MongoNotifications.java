package fi.kumppani.grants.notification.persistence;

import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.notification.Notification;
import fi.kumppani.grants.notification.Notifications;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.outbox.OutboundMessage;
import fi.kumppani.kit.store.AggregateCollection;
import fi.kumppani.kit.store.AggregateCollections;
import fi.kumppani.kit.store.Change;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.tenancy.Tenancy;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** One document for each decision, under the application's id. */
@Component
class MongoNotifications implements Notifications {

    private final AggregateCollection<NotificationDocument> collection;
    private final MessageTranslator<Notification> translator;

    MongoNotifications(
            AggregateCollections collections, MessageTranslator<Notification> translator) {
        this.collection =
                collections.collection("notifications", NotificationDocument.class).open();
        this.translator = translator;
    }

    @Override
    public Stored<Notification> of(GrantApplication.Decided decided) {
        Notification begin = Notification.of(decided);
        return collection
                .find(decided.filing().id().value())
                .map(found -> open(found, begin))
                .orElseGet(
                        () ->
                                new Stored<>(
                                        begin.application().value(),
                                        Tenancy.current(),
                                        0,
                                        0,
                                        begin));
    }

    @Override
    public Stored<Notification> change(
            GrantApplication.Decided decided,
            OptionalLong expected,
            Function<Notification, Optional<Notification>> decide) {
        Notification begin = Notification.of(decided);
        return collection.changeOrBegin(
                begin.application().value(),
                NotificationDocument.from(begin),
                expected,
                stored -> change(open(stored, begin), decide));
    }

    private Change<NotificationDocument, Stored<Notification>> change(
            Stored<Notification> known, Function<Notification, Optional<Notification>> decide) {
        return decide.apply(known.body())
                .map(
                        next -> {
                            List<OutboundMessage> owed = translator.announce(next);
                            return Change.to(
                                    NotificationDocument.from(next),
                                    owed,
                                    known.after(owed.size(), next));
                        })
                .orElseGet(() -> Change.none(known));
    }

    private static Stored<Notification> open(
            Stored<NotificationDocument> stored, Notification begin) {
        return stored.with(stored.body().toDomain(stored.id()).upTo(begin));
    }
}
