package fi.kumppani.grants.notification.persistence;

import fi.kumppani.grants.notification.LaterNotification;
import fi.kumppani.grants.notification.LaterNotifications;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.store.AggregateCollection;
import fi.kumppani.kit.store.AggregateCollections;
import fi.kumppani.kit.store.Change;
import fi.kumppani.kit.store.Stored;

import org.springframework.stereotype.Component;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** One document for each decision, under the application's id and the decision's name. */
@Component
class MongoLaterNotifications implements LaterNotifications {

    private final AggregateCollection<NotificationDocument> collection;
    private final MessageTranslator<LaterNotification> translator;

    MongoLaterNotifications(
            AggregateCollections collections, MessageTranslator<LaterNotification> translator) {
        this.collection =
                collections.collection("laterNotifications", NotificationDocument.class).open();
        this.translator = translator;
    }

    @Override
    public Stored<LaterNotification> of(LaterNotification begin) {
        return open(
                collection.findOrBegin(id(begin), NotificationDocument.from(begin.told())), begin);
    }

    @Override
    public Stored<LaterNotification> change(
            LaterNotification begin,
            OptionalLong expected,
            Function<LaterNotification, Optional<LaterNotification>> decide) {
        return collection.changeOrBegin(
                id(begin),
                NotificationDocument.from(begin.told()),
                expected,
                stored -> {
                    Stored<LaterNotification> known = open(stored, begin);
                    return Change.next(
                            known,
                            decide.apply(known.body()),
                            next -> NotificationDocument.from(next.told()),
                            translator::announce);
                });
    }

    private static String id(LaterNotification notification) {
        return notification.id().application() + ":" + notification.id().name();
    }

    private static Stored<LaterNotification> open(
            Stored<NotificationDocument> stored, LaterNotification begin) {
        return stored.with(
                new LaterNotification(
                        begin.id(), stored.body().toDomain(begin.id().application().value())));
    }
}
