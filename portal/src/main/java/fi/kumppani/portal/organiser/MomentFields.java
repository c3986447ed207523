package fi.kumppani.portal.organiser;

import fi.kumppani.portal.page.Days;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.page.Times;

import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** Two fields for a moment: a day and a time, as clocks in Finland show them. */
final class MomentFields {

    private static final String DAY = ".day";
    private static final String TIME = ".time";

    private MomentFields() {}

    /** The names of the fields. */
    static List<String> names(String field) {
        return List.of(field + DAY, field + TIME);
    }

    /** Keeps what was sent. */
    static void keep(FilledForm form, String field, MultiValueMap<String, String> sent) {
        names(field).forEach(name -> form.put(name, sent.getFirst(name)));
    }

    /** Fills in a moment; nothing when there is none. */
    static void fill(FilledForm form, String field, @Nullable Instant moment) {
        form.put(field + DAY, moment == null ? "" : Formats.dayOf(moment).toString());
        form.put(field + TIME, moment == null ? "" : Formats.clock(moment));
    }

    /** Fills in the time alone, for something like it on a day that is not known yet. */
    static void fillTime(FilledForm form, String field, @Nullable Instant moment) {
        fill(form, field, moment);
        form.put(field + DAY, "");
    }

    /** Puts a time that has no day on the day of another moment. */
    static void onTheDayOf(FilledForm form, String other, String field) {
        if (form.value(field + DAY).isEmpty() && !form.value(field + TIME).isEmpty()) {
            form.put(field + DAY, form.value(other + DAY));
        }
    }

    /** Whether anything is written. */
    static boolean isWritten(FilledForm form, String field) {
        return names(field).stream().anyMatch(name -> !form.value(name).isEmpty());
    }

    /**
     * The moment that is written; what cannot be read, or lacks a half, becomes a fault of the
     * form.
     *
     * @param was the moment that was shown, which is more exact than its fields
     */
    static Optional<Instant> read(FilledForm form, String field, @Nullable Instant was) {
        return read(form, field, was, EventFields.ERROR + field);
    }

    /**
     * The same with another text for what is wrong.
     *
     * @param error its key
     */
    static Optional<Instant> read(
            FilledForm form, String field, @Nullable Instant was, String error) {
        Optional<LocalDate> day = Days.read(form.value(field + DAY));
        Optional<LocalTime> time = Times.read(form.value(field + TIME));
        if (day.isEmpty() || time.isEmpty()) {
            form.refuse(field + (day.isEmpty() ? DAY : TIME), error);
            return Optional.empty();
        }
        if (was != null
                && day.get().equals(Formats.dayOf(was))
                && time.get().equals(LocalTime.parse(Formats.clock(was)))) {
            return Optional.of(was);
        }
        return Optional.of(Formats.inFinland(day.get(), time.get()));
    }
}
