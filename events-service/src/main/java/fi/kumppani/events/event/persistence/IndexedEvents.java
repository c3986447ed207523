package fi.kumppani.events.event.persistence;

import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventListing;
import fi.kumppani.events.event.ListedEvent;
import fi.kumppani.kit.inbound.ReadModel;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The index as a read model, and snapshots of it in memory: one for each municipality asked about,
 * one for what is to come, or was held within the last 400 days, anywhere.
 */
@Component
class IndexedEvents implements EventListing {

    private static final Duration LONG_AGO = Duration.ofDays(400);

    private final ReadModel<ListedDocument> index;
    private final Clock clock;
    private final Map<MunicipalityCode, Snapshot> own = new ConcurrentHashMap<>();
    private final Snapshot everywhere;

    IndexedEvents(ReadModel<ListedDocument> eventIndex, Clock clock) {
        this.index = eventIndex;
        this.clock = clock;
        this.everywhere = new Snapshot(this::readEverywhere, System::nanoTime);
    }

    @Override
    public void note(Event event, long sequence) {
        index.put(
                event.id().value(),
                sequence,
                ListedDocument.from(ListedEvent.of(event, Tenancy.current())));
    }

    @Override
    public List<ListedEvent> own() {
        return own.computeIfAbsent(
                        Tenancy.current(),
                        municipality -> new Snapshot(() -> readOwn(municipality), System::nanoTime))
                .events();
    }

    @Override
    public List<ListedEvent> everywhere() {
        return everywhere.events();
    }

    private List<ListedEvent> readOwn(MunicipalityCode municipality) {
        List<ListedEvent> found = new ArrayList<>();
        Tenancy.runIn(municipality, () -> index.forEach(entry -> found.add(listed(entry))));
        return found;
    }

    private List<ListedEvent> readEverywhere() {
        Instant from = clock.instant().minus(LONG_AGO);
        List<ListedEvent> found = new ArrayList<>();
        index.forEachInAnyMunicipality(
                entry -> {
                    if (entry.body().endsAt().isAfter(from)) {
                        found.add(listed(entry));
                    }
                });
        return found;
    }

    private static ListedEvent listed(ReadModel.Entry<ListedDocument> entry) {
        return entry.body().toDomain(entry.id(), entry.municipality());
    }
}
