package fi.kumppani.newsletter.issue.persistence;

import static fi.kumppani.newsletter.issue.persistence.IssueDocument.CANCELLED;
import static fi.kumppani.newsletter.issue.persistence.IssueDocument.DRAFT;
import static fi.kumppani.newsletter.issue.persistence.IssueDocument.FREEZING;
import static fi.kumppani.newsletter.issue.persistence.IssueDocument.FROZEN;
import static fi.kumppani.newsletter.issue.persistence.IssueDocument.PAUSED;
import static fi.kumppani.newsletter.issue.persistence.IssueDocument.SCHEDULED;
import static fi.kumppani.newsletter.issue.persistence.IssueDocument.SENDING;

import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.outbox.OutboundMessage;
import fi.kumppani.kit.store.AggregateCollection;
import fi.kumppani.kit.store.AggregateCollections;
import fi.kumppani.kit.store.Change;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Insertion;
import fi.kumppani.kit.store.StoreOutage;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.store.UniqueValueTakenException;
import fi.kumppani.newsletter.dispatch.Work;
import fi.kumppani.newsletter.issue.Issue;
import fi.kumppani.newsletter.issue.Issues;
import fi.kumppani.newsletter.issue.News;

import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** One document for each issue; its number is unique in its list. */
@Component
class StoredIssues implements Issues {

    private static final Set<String> UNFINISHED = Set.of(SCHEDULED, FREEZING, FROZEN, SENDING);
    private static final Set<String> UNSENT =
            Set.of(DRAFT, SCHEDULED, FREEZING, FROZEN, SENDING, PAUSED, CANCELLED);

    private final AggregateCollection<IssueDocument> collection;
    private final MessageTranslator<News> translator;

    StoredIssues(AggregateCollections collections, MessageTranslator<News> translator) {
        this.collection =
                collections
                        .collection("issues", IssueDocument.class)
                        .unique("number", IssueDocument::numberOfList)
                        .state(IssueDocument::state)
                        .open();
        this.translator = translator;
    }

    @Override
    public Addition add(Issue issue, Creation creation) {
        var insertion =
                collection.insert(
                        issue.copy().id(), creation, IssueDocument.from(issue), news(issue));
        return switch (insertion) {
            case Insertion.Inserted<IssueDocument>(var stored) -> new Addition.Added(open(stored));
            case Insertion.Repeated<IssueDocument>(var stored) ->
                    new Addition.Repeated(open(stored));
            case Insertion.KeyReused<IssueDocument> _ -> new Addition.KeyReused();
            case Insertion.Taken<IssueDocument> _ -> new Addition.NumberTaken();
        };
    }

    @Override
    public Optional<Stored<Issue>> find(String id) {
        return collection.find(id).map(StoredIssues::open);
    }

    @Override
    public List<Issue> findAll(Collection<String> ids) {
        return collection.findAll(ids).stream().map(found -> open(found).body()).toList();
    }

    @Override
    public List<Stored<Issue>> list(String after, int limit) {
        return collection.list(after, limit).stream().map(StoredIssues::open).toList();
    }

    @Override
    public List<Stored<Issue>> listUnsent(String after, int limit) {
        return collection.listIn(UNSENT, after, limit).stream().map(StoredIssues::open).toList();
    }

    @Override
    public Outcome change(String id, long version, Function<Issue, Optional<Issue>> change) {
        try {
            return collection
                    .<Outcome>change(
                            id, OptionalLong.of(version), stored -> changed(stored, change))
                    .orElseGet(Outcome.Unknown::new);
        } catch (UniqueValueTakenException _) {
            return new Outcome.NumberTaken();
        }
    }

    @Override
    public Optional<Issue> move(String id, UnaryOperator<Issue> move) {
        return StoreOutage.waitThrough(() -> collection.change(id, stored -> moved(stored, move)));
    }

    @Override
    public List<Work> unfinished(String after, int limit) {
        return collection.locate(UNFINISHED, after, limit).stream()
                .map(found -> new Work(found.id(), found.municipality()))
                .toList();
    }

    private Change<IssueDocument, Outcome> changed(
            Stored<IssueDocument> stored, Function<Issue, Optional<Issue>> change) {
        Stored<Issue> before = open(stored);
        Optional<Issue> possible = change.apply(before.body());
        if (possible.isEmpty()) {
            return Change.none(new Outcome.NotPossible());
        }
        Issue after = possible.get();
        return Change.to(
                IssueDocument.from(after), List.of(), new Outcome.Kept(before.after(0, after)));
    }

    private Change<IssueDocument, Issue> moved(
            Stored<IssueDocument> stored, UnaryOperator<Issue> move) {
        Issue before = open(stored).body();
        Issue after = move.apply(before);
        return after.equals(before)
                ? Change.none(before)
                : Change.to(IssueDocument.from(after), news(after), after);
    }

    private List<OutboundMessage> news(Issue issue) {
        return issue instanceof Issue.Sent sent
                ? translator.announce(new News.Sent(sent))
                : List.of();
    }

    private static Stored<Issue> open(Stored<IssueDocument> stored) {
        return stored.with(stored.body().toDomain(stored.id()));
    }
}
