package fi.kumppani.portal.editor;

import fi.kumppani.portal.page.Days;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.page.Times;

import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/** The fields that say when an issue is to be sent: now, or at a time in Finland. */
final class SendingTime {

    static final String WHEN = "when";
    static final String DAY = "day";
    static final String TIME = "time";

    private static final String LATER = "later";

    private SendingTime() {}

    /** Keeps what was sent. */
    static void keep(FilledForm form, MultiValueMap<String, String> sent) {
        form.put(WHEN, sent.getFirst(WHEN));
        form.put(DAY, sent.getFirst(DAY));
        form.put(TIME, sent.getFirst(TIME));
    }

    /** When; null for now. What cannot be read becomes a fault of the form. */
    static @Nullable Instant read(FilledForm form) {
        if (!form.has(WHEN, LATER)) {
            return null;
        }
        Optional<LocalDate> day = Days.read(form.value(DAY));
        Optional<LocalTime> time = Times.read(form.value(TIME));
        if (day.isEmpty()) {
            form.refuse(DAY, "editor.order.error.day");
        }
        if (time.isEmpty()) {
            form.refuse(TIME, "editor.order.error.time");
        }
        return day.isPresent() && time.isPresent()
                ? Formats.inFinland(day.get(), time.get())
                : null;
    }
}
