package fi.kumppani.newsletter.mail.persistence;

import static fi.kumppani.newsletter.mail.persistence.MailDocument.FAILED;
import static fi.kumppani.newsletter.mail.persistence.MailDocument.QUEUED;
import static fi.kumppani.newsletter.mail.persistence.MailDocument.RESENT;
import static fi.kumppani.newsletter.mail.persistence.MailDocument.SENDING;
import static fi.kumppani.newsletter.mail.persistence.MailDocument.UNCERTAIN;

import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.outbox.OutboundMessage;
import fi.kumppani.kit.store.AggregateCollection;
import fi.kumppani.kit.store.AggregateCollections;
import fi.kumppani.kit.store.Change;
import fi.kumppani.kit.store.Insertion;
import fi.kumppani.kit.store.Located;
import fi.kumppani.kit.store.StoreOutage;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.newsletter.dispatch.Work;
import fi.kumppani.newsletter.mail.Mail;
import fi.kumppani.newsletter.mail.Mails;
import fi.kumppani.newsletter.mail.News;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** One document for each mail, under the id of the message that caused it. */
@Component
class StoredMails implements Mails {

    private static final Set<String> UNFINISHED = Set.of(QUEUED, SENDING, UNCERTAIN);
    private static final Set<String> TROUBLED = Set.of(UNCERTAIN, RESENT, FAILED);

    private final AggregateCollection<MailDocument> collection;
    private final MessageTranslator<News> translator;

    StoredMails(AggregateCollections collections, MessageTranslator<News> translator) {
        this.collection =
                collections
                        .collection("mails", MailDocument.class)
                        .unique("onlyOne", MailDocument::onlyOne)
                        .state(MailDocument::state)
                        .open();
        this.translator = translator;
    }

    @Override
    public Addition add(Mail.Queued mail, @Nullable String onlyOne) {
        var insertion =
                collection.insert(
                        mail.matter().id(),
                        null,
                        MailDocument.from(mail, onlyOne),
                        translator.announce(new News.Queued(mail.matter())));
        return switch (insertion) {
            case Insertion.Inserted<MailDocument> _ -> Addition.ADDED;
            case Insertion.Repeated<MailDocument> _, Insertion.KeyReused<MailDocument> _ ->
                    Addition.THERE_ALREADY;
            case Insertion.Taken<MailDocument> _ -> Addition.NOT_THE_ONLY_ONE;
        };
    }

    @Override
    public List<Mail> find(Collection<String> ids) {
        return collection.findAll(ids).stream().map(StoredMails::open).toList();
    }

    @Override
    public Optional<Mail> move(String id, UnaryOperator<Mail> move) {
        return StoreOutage.waitThrough(() -> collection.change(id, stored -> moved(stored, move)));
    }

    @Override
    public Map<String, Long> counts() {
        return collection.countByState();
    }

    @Override
    public List<Mail> troubled(String after, int limit) {
        return collection.listIn(TROUBLED, after, limit).stream().map(StoredMails::open).toList();
    }

    @Override
    public List<Work> unfinished(String after, int limit) {
        return collection.locate(UNFINISHED, after, limit).stream().map(StoredMails::work).toList();
    }

    @Override
    public List<Work> troubledEverywhere(String after, int limit) {
        return collection.locate(TROUBLED, after, limit).stream().map(StoredMails::work).toList();
    }

    private Change<MailDocument, Mail> moved(
            Stored<MailDocument> stored, UnaryOperator<Mail> move) {
        Mail before = open(stored);
        Mail after = move.apply(before);
        if (after.equals(before)) {
            return Change.none(before);
        }
        List<OutboundMessage> owed = News.of(after).map(translator::announce).orElse(List.of());
        return Change.to(MailDocument.from(after, stored.body().onlyOne()), owed, after);
    }

    private static Mail open(Stored<MailDocument> stored) {
        return stored.body().toDomain(stored.id());
    }

    private static Work work(Located located) {
        return new Work(located.id(), located.municipality());
    }
}
