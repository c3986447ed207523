package fi.kumppani.grants.notification.persistence;

import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.notification.Notification;
import fi.kumppani.grants.notification.Notifications;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.store.AggregateCollection;
import fi.kumppani.kit.store.AggregateCollections;
import fi.kumppani.kit.store.Change;
import fi.kumppani.kit.store.Stored;

import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;

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
        return open(
                collection.findOrBegin(
                        begin.application().value(), NotificationDocument.from(begin)),
                begin);
    }

    @Override
    public Map<ApplicationId, Notification> of(Collection<GrantApplication.Decided> decided) {
        Map<ApplicationId, Notification> all =
                decided.stream()
                        .map(Notification::of)
                        .collect(Collectors.toMap(Notification::application, Function.identity()));
        collection
                .findAll(all.keySet().stream().map(ApplicationId::value).toList())
                .forEach(
                        found ->
                                all.computeIfPresent(
                                        new ApplicationId(found.id()),
                                        (_, begin) -> open(found, begin).body()));
        return all;
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
                stored -> {
                    Stored<Notification> known = open(stored, begin);
                    return Change.next(
                            known,
                            decide.apply(known.body()),
                            NotificationDocument::from,
                            translator::announce);
                });
    }

    private static Stored<Notification> open(
            Stored<NotificationDocument> stored, Notification begin) {
        return stored.with(stored.body().toDomain(stored.id()).upTo(begin));
    }
}
