package fi.kumppani.grants.usagereport.persistence;

import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.usagereport.ReportSample;
import fi.kumppani.grants.usagereport.ReportSamples;
import fi.kumppani.grants.usagereport.SampleDraw;
import fi.kumppani.kit.store.AggregateCollection;
import fi.kumppani.kit.store.AggregateCollections;
import fi.kumppani.kit.store.Change;

import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One document for each call of whose reports some were drawn. */
@Component
class MongoReportSamples implements ReportSamples {

    private static final SampleDocument NONE = new SampleDocument(List.of());

    private final AggregateCollection<SampleDocument> collection;

    MongoReportSamples(AggregateCollections collections) {
        this.collection = collections.collection("reportSamples", SampleDocument.class).open();
    }

    /** The drawings of a call as they are kept. */
    record SampleDocument(List<DrawPart> draws) {

        static SampleDocument from(ReportSample sample) {
            return new SampleDocument(sample.draws().stream().map(DrawPart::from).toList());
        }

        ReportSample toDomain(CallId call) {
            return new ReportSample(call, draws.stream().map(DrawPart::toDomain).toList());
        }
    }

    record DrawPart(String seed, int percent, Instant drawnAt, String by, List<String> among) {

        static DrawPart from(SampleDraw draw) {
            return new DrawPart(
                    draw.seed(),
                    draw.percent(),
                    draw.drawnAt(),
                    draw.by(),
                    draw.among().stream().map(ApplicationId::value).sorted().toList());
        }

        SampleDraw toDomain() {
            return new SampleDraw(
                    seed,
                    percent,
                    drawnAt,
                    by,
                    among.stream().map(ApplicationId::new).collect(Collectors.toSet()));
        }
    }

    @Override
    public ReportSample find(CallId call) {
        return collection
                .find(call.value())
                .map(stored -> stored.body().toDomain(call))
                .orElseGet(() -> NONE.toDomain(call));
    }

    @Override
    public ReportSample draw(CallId call, Function<ReportSample, Optional<SampleDraw>> decide) {
        return collection.changeOrBegin(
                call.value(),
                NONE,
                OptionalLong.empty(),
                stored -> {
                    ReportSample known = stored.body().toDomain(call);
                    return decide.apply(known)
                            .map(known::with)
                            .<Change<SampleDocument, ReportSample>>map(
                                    next -> Change.to(SampleDocument.from(next), List.of(), next))
                            .orElseGet(() -> Change.none(known));
                });
    }
}
