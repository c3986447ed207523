package fi.kumppani.events.registration.persistence;

import fi.kumppani.events.event.Area;
import fi.kumppani.events.event.Attendance;
import fi.kumppani.events.event.Audience;
import fi.kumppani.events.event.Belonging;
import fi.kumppani.events.event.Enrolment;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.Keyword;
import fi.kumppani.events.event.Minimum;
import fi.kumppani.events.event.Organiser;
import fi.kumppani.events.event.Particulars;
import fi.kumppani.events.event.ProgrammeItem;
import fi.kumppani.events.event.Source;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.text.WireCodes;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** What an announcement tells beyond title, place and time, as it is kept; constants as codes. */
record ParticularsDocument(
        @Nullable Instant doorsFrom,
        List<ItemDocument> programme,
        String mode,
        @Nullable String onlineAddress,
        boolean onlineAddressPublic,
        List<String> audience,
        List<AreaDocument> areas,
        List<OrganiserDocument> organisers,
        @Nullable String series,
        @Nullable String partOf,
        @Nullable String network,
        @Nullable String region,
        @Nullable Integer atLeast,
        @Nullable Instant decidedAt,
        String enrolment,
        @Nullable String enrolmentAddress,
        @Nullable SourceDocument source) {

    record ItemDocument(@Nullable Instant startsAt, LocalizedText text) {}

    record AreaDocument(
            LocalizedText name, @Nullable String municipality, @Nullable String postcode) {}

    record OrganiserDocument(LocalizedText name, @Nullable String municipality) {}

    /**
     * Where it was taken over from.
     *
     * @param keywords absent when there are none
     */
    record SourceDocument(
            String system,
            String key,
            @Nullable String page,
            String hash,
            @Nullable List<KeywordDocument> keywords,
            @Nullable String waitsFor) {

        private static SourceDocument from(Source source) {
            return new SourceDocument(
                    source.system(),
                    source.id(),
                    text(source.page()),
                    source.hash(),
                    source.keywords().isEmpty()
                            ? null
                            : source.keywords().stream()
                                    .map(each -> new KeywordDocument(each.id(), each.name()))
                                    .toList(),
                    source.waitsFor());
        }

        private Source toDomain() {
            return new Source(
                    system,
                    key,
                    uri(page),
                    hash,
                    keywords == null
                            ? List.of()
                            : keywords.stream()
                                    .map(each -> new Keyword(each.code(), each.name()))
                                    .toList(),
                    waitsFor);
        }
    }

    record KeywordDocument(String code, @Nullable LocalizedText name) {}

    static ParticularsDocument from(Particulars told) {
        Attendance attendance = told.attendance();
        Belonging belonging = told.belonging();
        Minimum minimum = told.minimum();
        return new ParticularsDocument(
                told.doorsFrom(),
                told.programme().stream()
                        .map(item -> new ItemDocument(item.startsAt(), item.text()))
                        .toList(),
                WireCodes.of(attendance.mode()),
                text(attendance.onlineAddress()),
                attendance.addressPublic(),
                told.audience().stream().map(WireCodes::of).sorted().toList(),
                told.areas().stream()
                        .map(
                                area ->
                                        new AreaDocument(
                                                area.name(),
                                                code(area.municipality()),
                                                area.postcode()))
                        .toList(),
                told.organisers().stream()
                        .map(each -> new OrganiserDocument(each.name(), code(each.municipality())))
                        .toList(),
                belonging.series(),
                belonging.partOf() == null ? null : belonging.partOf().value(),
                belonging.network(),
                belonging.region(),
                minimum == null ? null : minimum.atLeast(),
                minimum == null ? null : minimum.decidedAt(),
                WireCodes.of(told.enrolment().place()),
                text(told.enrolment().address()),
                source(told.source()));
    }

    private static @Nullable SourceDocument source(@Nullable Source source) {
        return source == null ? null : SourceDocument.from(source);
    }

    Particulars toDomain() {
        return new Particulars(
                doorsFrom,
                programme.stream()
                        .map(item -> new ProgrammeItem(item.startsAt(), item.text()))
                        .toList(),
                new Attendance(
                        WireCodes.read(Attendance.Mode.class, mode).orElseThrow(),
                        uri(onlineAddress),
                        onlineAddressPublic),
                audience.stream()
                        .map(code -> WireCodes.read(Audience.class, code).orElseThrow())
                        .collect(Collectors.toSet()),
                areas.stream()
                        .map(
                                area ->
                                        new Area(
                                                area.name(),
                                                municipality(area.municipality()),
                                                area.postcode()))
                        .toList(),
                organisers.stream()
                        .map(each -> new Organiser(each.name(), municipality(each.municipality())))
                        .toList(),
                new Belonging(series, partOf == null ? null : new EventId(partOf), network, region),
                atLeast == null || decidedAt == null ? null : new Minimum(atLeast, decidedAt),
                new Enrolment(
                        WireCodes.read(Enrolment.Place.class, enrolment).orElseThrow(),
                        uri(enrolmentAddress)),
                source == null ? null : source.toDomain());
    }

    private static @Nullable String text(@Nullable URI address) {
        return address == null ? null : address.toString();
    }

    private static @Nullable URI uri(@Nullable String address) {
        return address == null ? null : URI.create(address);
    }

    private static @Nullable String code(@Nullable MunicipalityCode municipality) {
        return municipality == null ? null : municipality.value();
    }

    private static @Nullable MunicipalityCode municipality(@Nullable String code) {
        return code == null ? null : new MunicipalityCode(code);
    }
}
