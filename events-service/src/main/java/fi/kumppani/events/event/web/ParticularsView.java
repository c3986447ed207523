package fi.kumppani.events.event.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.events.event.Attendance;
import fi.kumppani.events.event.Enrolment;
import fi.kumppani.events.event.Position;
import fi.kumppani.events.event.Source;
import fi.kumppani.events.event.Venue;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.text.WireCodes;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The parts of an event as they are read. */
final class ParticularsView {

    private ParticularsView() {}

    /** Where it is held. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record VenueView(
            LocalizedText name,
            @Nullable String streetAddress,
            @Nullable LocalizedText room,
            List<String> accessibility,
            @Nullable Position position) {

        static VenueView of(Venue venue) {
            return new VenueView(
                    venue.name(),
                    venue.streetAddress(),
                    venue.room(),
                    codes(venue.accessibility()),
                    venue.position());
        }
    }

    /**
     * How one takes part.
     *
     * @param onlineAddress only for those who may see it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AttendanceView(
            String mode, @Nullable URI onlineAddress, @Nullable Boolean onlineAddressPublic) {

        static AttendanceView of(Attendance attendance, boolean forStaff) {
            boolean known = attendance.onlineAddress() != null;
            return new AttendanceView(
                    WireCodes.of(attendance.mode()),
                    forStaff ? attendance.onlineAddress() : attendance.publicAddress().orElse(null),
                    known ? attendance.addressPublic() : null);
        }
    }

    /** A thing that happens at the event. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ItemView(@Nullable Instant startsAt, LocalizedText text) {}

    /** An area the event is meant for. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AreaView(
            LocalizedText name,
            @Nullable MunicipalityCode municipality,
            @Nullable String postcode) {}

    /** An organisation that holds the event together with the municipality. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OrganiserView(LocalizedText name, @Nullable MunicipalityCode municipality) {}

    /**
     * How many must come.
     *
     * @param assured whether it is decided that enough do
     */
    record MinimumView(int atLeast, Instant decidedAt, boolean assured) {}

    /** Where one registers. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EnrolmentView(String place, @Nullable URI address) {

        static EnrolmentView of(Enrolment enrolment) {
            return new EnrolmentView(WireCodes.of(enrolment.place()), enrolment.address());
        }
    }

    /**
     * Where it was taken over from.
     *
     * @param keywords what it is about there
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SourceView(String system, String id, @Nullable URI page, List<KeywordView> keywords) {

        static @Nullable SourceView of(@Nullable Source source) {
            return source == null
                    ? null
                    : new SourceView(
                            source.system(),
                            source.id(),
                            source.page(),
                            source.keywords().stream()
                                    .map(each -> new KeywordView(each.id(), each.name()))
                                    .toList());
        }
    }

    /** What an event is about, in a word of its source. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record KeywordView(String id, @Nullable LocalizedText name) {}

    static List<String> codes(Set<? extends Enum<?>> constants) {
        return constants.stream().map(WireCodes::of).sorted().toList();
    }
}
