package fi.kumppani.portal.callwork;

import fi.kumppani.portal.page.Amounts;
import fi.kumppani.portal.page.Days;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.page.LocalizedFields;

import org.springframework.util.MultiValueMap;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads and writes single fields of a call; what cannot be read becomes a fault of the form. */
final class Fields {

    static final String YES = "true";

    private static final String FAMILY = "planner.error.";
    private static final ZoneId FINLAND = ZoneId.of("Europe/Helsinki");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("H[:][.]mm", Locale.ROOT);
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private Fields() {}

    /** Keeps what was sent of these, each once. */
    static void keep(FilledForm form, MultiValueMap<String, String> sent, List<String> names) {
        names.forEach(name -> form.put(name, sent.getFirst(name)));
    }

    /** Fills in a text in each language. */
    static void fillWords(FilledForm form, String field, CallBody text) {
        for (String language : List.of("fi", "sv", "en")) {
            form.put(field + "." + language, text.text(language));
        }
    }

    /** Fills in euros. */
    static void fillEuros(FilledForm form, String field, String euros) {
        form.put(field, euros.isEmpty() ? "" : Amounts.field(new BigDecimal(euros)));
    }

    /** Fills in a moment as day and time in Finland. */
    static void fillMoment(FilledForm form, String field, String moment) {
        if (moment.isEmpty()) {
            form.put(field + ".day", "");
            form.put(field + ".time", "");
        } else {
            Instant instant = Instant.parse(moment);
            form.put(field + ".day", Formats.dayOf(instant).toString());
            form.put(field + ".time", WRITTEN.format(instant.atZone(FINLAND)));
        }
    }

    /** The names of the fields of a moment. */
    static List<String> moment(String field) {
        return List.of(field + ".day", field + ".time");
    }

    /** Sends a text in each language, or takes it away when nothing is written. */
    static void words(FilledForm form, String field, Map<String, Object> body, String member) {
        Map<String, String> texts = LocalizedFields.read(form, field);
        put(body, member, texts.isEmpty() ? Optional.empty() : Optional.of(texts));
    }

    /** Sends euros, or takes them away when nothing is written. */
    static void euros(FilledForm form, String field, Map<String, Object> body, String member) {
        Optional<String> amount = Amounts.read(form.value(field));
        refuseUnless(form, field, amount);
        put(body, member, amount);
    }

    /** Sends a whole number, or takes it away when nothing is written. */
    static void number(FilledForm form, String field, Map<String, Object> body, String member) {
        Optional<Integer> number =
                NUMBER.matcher(form.value(field)).matches()
                        ? Optional.of(Integer.valueOf(form.value(field)))
                        : Optional.empty();
        refuseUnless(form, field, number);
        put(body, member, number);
    }

    /** Sends a day, or takes it away when nothing is written. */
    static void day(FilledForm form, String field, Map<String, Object> body, String member) {
        Optional<LocalDate> day = Days.read(form.value(field));
        refuseUnless(form, field, day);
        put(body, member, day.map(LocalDate::toString));
    }

    /** Sends a moment, or takes it away when neither day nor time are written. */
    static void moment(FilledForm form, String field, Map<String, Object> body, String member) {
        String day = form.value(field + ".day");
        String time = form.value(field + ".time");
        Optional<Instant> moment =
                Days.read(day).flatMap(on -> time(time).map(at -> Formats.inFinland(on, at)));
        if (moment.isEmpty() && !(day + time).isEmpty()) {
            form.refuse(field + ".day", FAMILY + kind(field));
        }
        put(body, member, moment.map(Instant::toString));
    }

    /** Sends a word, or takes it away when nothing is written. */
    static void text(FilledForm form, String field, Map<String, Object> body, String member) {
        put(body, member, Optional.of(form.value(field)).filter(text -> !text.isEmpty()));
    }

    /** Sends whether something is ticked. */
    static void yes(FilledForm form, String field, Map<String, Object> body, String member) {
        body.put(member, form.has(field, YES));
    }

    /** Says that a field must be filled in, when it is not. */
    static void require(FilledForm form, String field) {
        if (form.value(field).isEmpty() && form.error(field) == null) {
            form.refuse(field, FAMILY + kind(field));
        }
    }

    /** What a field is, whichever row it is of and in whichever language. */
    static String kind(String field) {
        return field.replaceAll("-[0-9]+", "").replaceFirst("\\.(fi|sv|en|day|time)$", "");
    }

    private static Optional<LocalTime> time(String written) {
        try {
            return Optional.of(LocalTime.parse(written.replace(" ", ""), CLOCK));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static void refuseUnless(FilledForm form, String field, Optional<?> read) {
        if (read.isEmpty() && !form.value(field).isEmpty()) {
            form.refuse(field, FAMILY + kind(field));
        }
    }

    private static void put(Map<String, Object> body, String member, Optional<?> value) {
        if (value.isPresent()) {
            body.put(member, value.get());
        } else {
            body.remove(member);
        }
    }
}
