package fi.kumppani.grants.elsewhere.persistence;

import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.elsewhere.Deployment;
import fi.kumppani.grants.elsewhere.ToldDecision;
import fi.kumppani.grants.elsewhere.ToldDecisions;
import fi.kumppani.grants.scheme.GrantKind;
import fi.kumppani.kit.store.AggregateCollection;
import fi.kumppani.kit.store.AggregateCollections;
import fi.kumppani.kit.store.Change;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.text.WireCodes;

import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Decisions by association and year, and calls by id; no municipality's. */
@Component
class MongoToldDecisions implements ToldDecisions {

    private final AggregateCollection<ToldDecisionsDocument> decisions;
    private final AggregateCollection<ToldCallDocument> calls;

    MongoToldDecisions(AggregateCollections collections) {
        this.decisions =
                collections.collection("toldDecisions", ToldDecisionsDocument.class).open();
        this.calls = collections.collection("toldCalls", ToldCallDocument.class).open();
    }

    @Override
    public void keep(ToldDecision decision, long sequence) {
        var part = ToldDecisionsDocument.Part.from(decision, sequence);
        Tenancy.runIn(
                Deployment.NOBODYS,
                () -> {
                    var _ =
                            decisions.changeOrBegin(
                                    id(decision.association(), decision.year()),
                                    ToldDecisionsDocument.EMPTY,
                                    OptionalLong.empty(),
                                    stored ->
                                            stored.body().knows(part)
                                                    ? Change.none(false)
                                                    : Change.to(
                                                            stored.body().with(part),
                                                            List.of(),
                                                            true));
                });
    }

    @Override
    public void keep(CallId id, ToldCall call, long sequence) {
        var told = new ToldCallDocument(call.title(), WireCodes.of(call.kind()), sequence);
        Tenancy.runIn(
                Deployment.NOBODYS,
                () -> {
                    var _ =
                            calls.changeOrBegin(
                                    id.value(),
                                    new ToldCallDocument(call.title(), told.kind(), -1),
                                    OptionalLong.empty(),
                                    stored ->
                                            stored.body().told() >= sequence
                                                    ? Change.none(false)
                                                    : Change.to(told, List.of(), true));
                });
    }

    @Override
    public List<ToldDecision> of(AssociationId association, int year) {
        return Tenancy.callIn(Deployment.NOBODYS, () -> decisions.find(id(association, year)))
                .map(Stored::body)
                .map(ToldDecisionsDocument::decisions)
                .orElse(List.of())
                .stream()
                .map(each -> each.toDomain(association, year))
                .toList();
    }

    @Override
    public Map<CallId, ToldCall> calls(Collection<CallId> ids) {
        return Tenancy.callIn(
                        Deployment.NOBODYS,
                        () -> calls.findAll(ids.stream().map(CallId::value).toList()))
                .stream()
                .collect(
                        Collectors.toUnmodifiableMap(
                                stored -> new CallId(stored.id()),
                                stored ->
                                        new ToldCall(
                                                stored.body().title(),
                                                WireCodes.read(
                                                                GrantKind.class,
                                                                stored.body().kind())
                                                        .orElse(GrantKind.GENERAL))));
    }

    private static String id(AssociationId association, int year) {
        return association + ":" + year;
    }
}
