package fi.kumppani.events.event.web;

import fi.kumppani.events.event.Accessibility;
import fi.kumppani.events.event.Area;
import fi.kumppani.events.event.Attendance;
import fi.kumppani.events.event.Audience;
import fi.kumppani.events.event.Enrolment;
import fi.kumppani.events.event.Minimum;
import fi.kumppani.events.event.Organiser;
import fi.kumppani.events.event.Position;
import fi.kumppani.events.event.ProgrammeItem;
import fi.kumppani.kit.problem.FieldErrors;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.text.WireCodes;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The parts of an event as a coordinator writes them, and how they are read. */
final class ParticularsRequest {

    static final String MUNICIPALITY = "[0-9]{3}";
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_ITEM = 1000;

    private ParticularsRequest() {}

    /** A place on the map, in degrees of WGS84. */
    record PositionRequest(@NotNull Double latitude, @NotNull Double longitude) {

        @Nullable Position read(FieldErrors errors) {
            if (!Position.isOnEarth(latitude, longitude)) {
                errors.add("venue.position", "range", "Degrees: latitude to 90, longitude to 180");
                return null;
            }
            return new Position(latitude, longitude);
        }
    }

    /** A thing that happens at the event. */
    record ItemRequest(@Nullable Instant startsAt, @NotNull LocalizedText text) {}

    /**
     * How one takes part.
     *
     * @param mode {@code in-person}, {@code online} or {@code hybrid}
     * @param onlineAddress an https address
     * @param onlineAddressPublic whether everybody may see it; else those who registered
     */
    record AttendanceRequest(
            @NotNull String mode,
            @Nullable @Size(max = 2000) String onlineAddress,
            @Nullable Boolean onlineAddressPublic) {

        Attendance read(FieldErrors errors) {
            Attendance.Mode read = code(Attendance.Mode.class, "attendance.mode", mode, errors);
            URI address = https("attendance.onlineAddress", onlineAddress, errors);
            if (read == Attendance.Mode.IN_PERSON && onlineAddress != null) {
                errors.add(
                        "attendance.onlineAddress",
                        "not-online",
                        "Only what is online or hybrid has an address to join at");
            }
            return read == null || read == Attendance.Mode.IN_PERSON
                    ? Attendance.IN_PERSON
                    : new Attendance(read, address, Boolean.TRUE.equals(onlineAddressPublic));
        }
    }

    /** An area the event is meant for. */
    record AreaRequest(
            @NotNull LocalizedText name,
            @Nullable @Pattern(regexp = MUNICIPALITY) String municipality,
            @Nullable @Pattern(regexp = "[0-9]{5}") String postcode) {}

    /** An organisation that holds the event together with the municipality. */
    record OrganiserRequest(
            @NotNull LocalizedText name,
            @Nullable @Pattern(regexp = MUNICIPALITY) String municipality) {}

    /** How many must come, and when that is counted. */
    record MinimumRequest(
            @NotNull @Min(1) @Max(10_000) Integer atLeast, @NotNull Instant decidedAt) {

        Minimum read(Instant startsAt, int capacity, FieldErrors errors) {
            if (!decidedAt.isBefore(startsAt)) {
                errors.add("minimum.decidedAt", "not-before-start", "Before the start");
            }
            if (atLeast > capacity) {
                errors.add("minimum.atLeast", "above-capacity", "Not more than there are seats");
            }
            return new Minimum(atLeast, decidedAt.truncatedTo(ChronoUnit.MILLIS));
        }
    }

    /**
     * Where one registers.
     *
     * @param place {@code here}, {@code elsewhere} or {@code nowhere}
     * @param address the form elsewhere
     */
    record EnrolmentRequest(@NotNull String place, @Nullable @Size(max = 2000) String address) {

        Enrolment read(FieldErrors errors) {
            Enrolment.Place read = code(Enrolment.Place.class, "enrolment.place", place, errors);
            URI form = https("enrolment.address", address, errors);
            if (read != Enrolment.Place.ELSEWHERE && address != null) {
                errors.add("enrolment.address", "not-elsewhere", "Only a form elsewhere has one");
            }
            if (read == Enrolment.Place.ELSEWHERE && address == null) {
                errors.add("enrolment.address", "required", "Where the form is");
            }
            return read == null ? Enrolment.HERE : new Enrolment(read, form);
        }
    }

    static List<ProgrammeItem> programme(@Nullable List<ItemRequest> items, FieldErrors errors) {
        List<ProgrammeItem> read = new ArrayList<>();
        Instant last = null;
        for (ItemRequest item : or(items)) {
            String field = "programme[" + read.size() + "]";
            errors.longest(field + ".text", item.text(), LONGEST_ITEM);
            Instant startsAt = millis(item.startsAt());
            if (startsAt != null && last != null && startsAt.isBefore(last)) {
                errors.add(field + ".startsAt", "before-previous", "Not before the item above");
            }
            last = startsAt == null ? last : startsAt;
            read.add(new ProgrammeItem(startsAt, item.text()));
        }
        return read;
    }

    static List<Area> areas(@Nullable List<AreaRequest> areas, FieldErrors errors) {
        List<Area> read = new ArrayList<>();
        for (AreaRequest area : or(areas)) {
            errors.longest("areas[" + read.size() + "].name", area.name(), LONGEST_LINE);
            read.add(new Area(area.name(), municipality(area.municipality()), area.postcode()));
        }
        return read;
    }

    static List<Organiser> organisers(
            @Nullable List<OrganiserRequest> organisers, FieldErrors errors) {
        List<Organiser> read = new ArrayList<>();
        for (OrganiserRequest each : or(organisers)) {
            errors.longest("organisers[" + read.size() + "].name", each.name(), LONGEST_LINE);
            read.add(new Organiser(each.name(), municipality(each.municipality())));
        }
        return read;
    }

    static Set<Accessibility> accessibility(@Nullable List<String> codes, FieldErrors errors) {
        Set<Accessibility> read = codes(Accessibility.class, "venue.accessibility", codes, errors);
        if (read.size() > 1 && read.contains(Accessibility.UNKNOWN)) {
            errors.add("venue.accessibility", "contradicts", "What is known is not unknown");
        }
        return read;
    }

    static Set<Audience> audience(@Nullable List<String> codes, FieldErrors errors) {
        return codes(Audience.class, "audience", codes, errors);
    }

    static @Nullable Instant millis(@Nullable Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MILLIS);
    }

    private static <E extends Enum<E>> Set<E> codes(
            Class<E> type, String field, @Nullable List<String> codes, FieldErrors errors) {
        Set<E> read = new LinkedHashSet<>();
        int index = 0;
        for (String code : or(codes)) {
            E constant = code(type, field + "[" + index++ + "]", code, errors);
            if (constant != null) {
                read.add(constant);
            }
        }
        return read;
    }

    private static <E extends Enum<E>> @Nullable E code(
            Class<E> type, String field, String code, FieldErrors errors) {
        E constant = WireCodes.read(type, code).orElse(null);
        if (constant == null) {
            errors.add(field, "unknown", "One of " + WireCodes.all(type));
        }
        return constant;
    }

    private static @Nullable URI https(String field, @Nullable String text, FieldErrors errors) {
        if (text == null) {
            return null;
        }
        try {
            URI address = new URI(text);
            if ("https".equals(address.getScheme()) && address.getHost() != null) {
                return address;
            }
        } catch (URISyntaxException e) {
            // Told below, like any other text that is no address.
        }
        errors.add(field, "not-an-address", "An https address");
        return null;
    }

    private static @Nullable MunicipalityCode municipality(@Nullable String code) {
        return code == null ? null : new MunicipalityCode(code);
    }

    private static <T> List<T> or(@Nullable List<T> given) {
        return Objects.requireNonNullElse(given, List.of());
    }
}
