package fi.kumppani.portal.callwork;

import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.LocalizedFields;

import org.springframework.util.MultiValueMap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The fields of a call that say what it is for, how much there is, who may apply and when. */
final class BasicFields {

    /** The forms of associations that can apply. */
    static final List<String> FORMS =
            List.of(
                    "registered-association",
                    "unregistered-group",
                    "cooperative",
                    "foundation",
                    "other");

    /** The parts of a call in which applications are taken. */
    static final Rows ROUNDS =
            new Rows(
                    "rounds",
                    Stream.of(
                                    Rows.words("name"),
                                    Fields.moment("opensAt"),
                                    Fields.moment("closesAt"),
                                    List.of("onlyIfMoneyIsLeft"))
                            .flatMap(List::stream)
                            .toList(),
                    Stream.of(
                                    Rows.words("name"),
                                    Fields.moment("opensAt"),
                                    Fields.moment("closesAt"))
                            .flatMap(List::stream)
                            .toList(),
                    24);

    private static final String ELIGIBLE = "eligibleForms";
    private static final List<String> TEXTS = List.of("title", "description", "criteria");
    private static final List<String> AMOUNTS = List.of("budget", "capPerApplication");
    private static final List<String> MOMENTS = List.of("opensAt", "closesAt", "publishAt");

    private BasicFields() {}

    /** Fills in what is planned. */
    static void fill(FilledForm form, CallBody call) {
        TEXTS.forEach(field -> Fields.fillWords(form, field, call.part(field)));
        form.put("year", call.text("year"));
        AMOUNTS.forEach(field -> Fields.fillEuros(form, field, call.text(field)));
        form.putAll(ELIGIBLE, call.isEmpty() ? FORMS.subList(0, 1) : call.words(ELIGIBLE));
        MOMENTS.forEach(field -> Fields.fillMoment(form, field, call.text(field)));
        List<CallBody> rounds = call.parts("rounds");
        for (int row = 0; row < rounds.size(); row++) {
            CallBody round = rounds.get(row);
            Fields.fillWords(form, ROUNDS.field(row, "name"), round.part("name"));
            Fields.fillMoment(form, ROUNDS.field(row, "opensAt"), round.text("opensAt"));
            Fields.fillMoment(form, ROUNDS.field(row, "closesAt"), round.text("closesAt"));
            form.put(
                    ROUNDS.field(row, "onlyIfMoneyIsLeft"),
                    round.isYes("onlyIfMoneyIsLeft") ? Fields.YES : "");
        }
    }

    /** Keeps what was sent. */
    static void keep(FilledForm form, MultiValueMap<String, String> sent) {
        TEXTS.forEach(field -> LocalizedFields.keep(form, field, sent));
        form.put("year", sent.getFirst("year"));
        Fields.keep(form, sent, AMOUNTS);
        form.putAll(ELIGIBLE, sent.getOrDefault(ELIGIBLE, List.of()));
        MOMENTS.forEach(field -> Fields.keep(form, sent, Fields.moment(field)));
        ROUNDS.keep(form, sent);
    }

    /** What is sent to the service. */
    static void read(FilledForm form, Map<String, Object> body) {
        TEXTS.forEach(field -> Fields.words(form, field, body, field));
        if (!body.containsKey("title")) {
            form.refuse("title.fi", "planner.error.title");
        }
        Fields.number(form, "year", body, "year");
        AMOUNTS.forEach(field -> Fields.euros(form, field, body, field));
        MOMENTS.forEach(field -> Fields.moment(form, field, body, field));
        List.of("year", "budget", "capPerApplication", "opensAt.day", "closesAt.day")
                .forEach(field -> Fields.require(form, field));
        if (form.values(ELIGIBLE).isEmpty()) {
            form.refuse(ELIGIBLE, "planner.error.eligibleForms");
        }
        body.put(ELIGIBLE, form.values(ELIGIBLE));
        List<Map<String, Object>> rounds = new ArrayList<>();
        for (int row = 0; row < ROUNDS.count(form); row++) {
            Map<String, Object> round = new LinkedHashMap<>();
            Fields.words(form, ROUNDS.field(row, "name"), round, "name");
            Fields.moment(form, ROUNDS.field(row, "opensAt"), round, "opensAt");
            Fields.moment(form, ROUNDS.field(row, "closesAt"), round, "closesAt");
            Fields.yes(form, ROUNDS.field(row, "onlyIfMoneyIsLeft"), round, "onlyIfMoneyIsLeft");
            Fields.require(form, ROUNDS.field(row, "opensAt.day"));
            Fields.require(form, ROUNDS.field(row, "closesAt.day"));
            rounds.add(round);
        }
        body.put("rounds", rounds);
    }

    /** All that two people may write differently. */
    static Stream<String> names(FilledForm form) {
        return Stream.of(
                        TEXTS.stream().flatMap(field -> LocalizedFields.names(field).stream()),
                        Stream.of("year", ELIGIBLE),
                        AMOUNTS.stream(),
                        MOMENTS.stream().flatMap(field -> Fields.moment(field).stream()),
                        ROUNDS.names(form))
                .flatMap(each -> each);
    }
}
