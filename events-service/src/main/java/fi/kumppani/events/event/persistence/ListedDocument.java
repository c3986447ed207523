package fi.kumppani.events.event.persistence;

import fi.kumppani.events.event.Attendance;
import fi.kumppani.events.event.Audience;
import fi.kumppani.events.event.Belonging;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.ListedEvent;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.text.WireCodes;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** An entry of the index as it is kept; constants as codes. */
record ListedDocument(
        Instant startsAt,
        Instant endsAt,
        String status,
        String mode,
        List<String> audience,
        List<String> areas,
        @Nullable String series,
        @Nullable String partOf,
        @Nullable String network,
        @Nullable String region,
        List<String> coOrganisers,
        String words) {

    static ListedDocument from(ListedEvent listed) {
        Belonging belonging = listed.belonging();
        return new ListedDocument(
                listed.startsAt(),
                listed.endsAt(),
                listed.status(),
                WireCodes.of(listed.mode()),
                listed.audience().stream().map(WireCodes::of).sorted().toList(),
                listed.areas().stream().sorted().toList(),
                belonging.series(),
                belonging.partOf() == null ? null : belonging.partOf().value(),
                belonging.network(),
                belonging.region(),
                listed.coOrganisers().stream().map(MunicipalityCode::value).sorted().toList(),
                listed.words());
    }

    ListedEvent toDomain(String id, MunicipalityCode municipality) {
        return new ListedEvent(
                new EventId(id),
                municipality,
                startsAt,
                endsAt,
                status,
                WireCodes.read(Attendance.Mode.class, mode).orElseThrow(),
                audience.stream()
                        .map(code -> WireCodes.read(Audience.class, code).orElseThrow())
                        .collect(Collectors.toUnmodifiableSet()),
                Set.copyOf(areas),
                new Belonging(series, partOf == null ? null : new EventId(partOf), network, region),
                coOrganisers.stream()
                        .map(MunicipalityCode::new)
                        .collect(Collectors.toUnmodifiableSet()),
                words);
    }
}
