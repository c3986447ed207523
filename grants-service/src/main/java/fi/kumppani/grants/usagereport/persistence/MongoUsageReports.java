package fi.kumppani.grants.usagereport.persistence;

import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.usagereport.ReportsToDo;
import fi.kumppani.grants.usagereport.UsageReport;
import fi.kumppani.grants.usagereport.UsageReports;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.outbox.OutboundMessage;
import fi.kumppani.kit.store.AggregateCollection;
import fi.kumppani.kit.store.AggregateCollections;
import fi.kumppani.kit.store.Change;
import fi.kumppani.kit.store.Stored;

import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** One document for each report, under the application's id. */
@Component
class MongoUsageReports implements UsageReports, ReportsToDo {

    private final AggregateCollection<ReportDocument> collection;
    private final MessageTranslator<UsageReport> translator;

    MongoUsageReports(AggregateCollections collections, MessageTranslator<UsageReport> translator) {
        this.collection =
                collections
                        .collection("usageReports", ReportDocument.class)
                        .state(ReportDocument::stage)
                        .open();
        this.translator = translator;
    }

    @Override
    public Optional<Stored<UsageReport>> find(ApplicationId application) {
        return collection.find(application.value()).map(MongoUsageReports::open);
    }

    @Override
    public Map<ApplicationId, UsageReport> findAll(Collection<ApplicationId> applications) {
        return collection.findAll(applications.stream().map(ApplicationId::value).toList()).stream()
                .map(MongoUsageReports::open)
                .map(Stored::body)
                .collect(
                        Collectors.toUnmodifiableMap(
                                UsageReport::application, Function.identity()));
    }

    @Override
    public void begin(ApplicationId application) {
        var _ =
                collection.insert(
                        application.value(),
                        null,
                        ReportDocument.from(UsageReport.of(application)),
                        List.of());
    }

    @Override
    public Optional<UsageReport.Moved> move(
            ApplicationId application,
            OptionalLong expected,
            Function<UsageReport, UsageReport.Moved> decide) {
        return collection.change(
                application.value(), expected, stored -> change(open(stored).body(), decide));
    }

    @Override
    public void rewrite(ApplicationId application, UnaryOperator<UsageReport> change) {
        var _ =
                collection.change(
                        application.value(),
                        stored ->
                                Change.quietly(
                                        stored.body(),
                                        ReportDocument.from(change.apply(open(stored).body()))));
    }

    private Change<ReportDocument, UsageReport.Moved> change(
            UsageReport known, Function<UsageReport, UsageReport.Moved> decide) {
        UsageReport.Moved moved = decide.apply(known);
        return switch (moved) {
            case UsageReport.Moved.To(var next) when !next.equals(known) ->
                    Change.to(ReportDocument.from(next), owed(known, next), moved);
            case UsageReport.Moved _ -> Change.none(moved);
        };
    }

    private List<OutboundMessage> owed(UsageReport known, UsageReport next) {
        return next.stage().equals(known.stage()) ? List.of() : translator.announce(next);
    }

    @Override
    public void forEachConcluding(Consumer<ApplicationId> work) {
        collection.forEachIn(
                Set.of(ReportDocument.CONCLUDING), id -> work.accept(new ApplicationId(id)));
    }

    @Override
    public void forEachOpen(Consumer<List<ApplicationId>> work) {
        collection.forEachPartIn(
                Set.of(ReportDocument.DRAFT, ReportDocument.SUPPLEMENTING),
                ids -> work.accept(ids.stream().map(ApplicationId::new).toList()));
    }

    private static Stored<UsageReport> open(Stored<ReportDocument> stored) {
        return stored.with(stored.body().toDomain(stored.id()));
    }
}
