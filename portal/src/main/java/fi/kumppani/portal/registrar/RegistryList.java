package fi.kumppani.portal.registrar;

import fi.kumppani.portal.association.AssociationFacts;
import fi.kumppani.portal.association.LegalForms;
import fi.kumppani.portal.association.Wanted;
import fi.kumppani.portal.page.Columns;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.Told;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The associations of the registry as a list. */
final class RegistryList {

    /** What an export tells; keys of words without their beginning. */
    static final List<String> HEADINGS =
            List.of(
                    "name.fi",
                    "name.sv",
                    "name.en",
                    "business-id",
                    "number",
                    "form",
                    "class",
                    "themes",
                    "state",
                    "since",
                    "confirmed",
                    "asked");

    /** The states by which the list is filtered; the last means all. */
    static final List<String> STATES = List.of("unverified", "verified", "dissolved", "all");

    private static final String UNVERIFIED = STATES.getFirst();
    private static final String EVERY = STATES.getLast();
    private static final String YEAR = "year";

    private RegistryList() {}

    /**
     * What of the list somebody asked for.
     *
     * @param state one of {@link #STATES}
     * @param due whether only those that have not confirmed their data for a year
     */
    record Asked(String text, String state, boolean due) {

        /** Without a state it is what waits, and all where something is looked for. */
        static Asked of(String text, String state, String due) {
            boolean isDue = due.equals(YEAR);
            return new Asked(
                    Wanted.named(text).text(),
                    STATES.contains(state) ? state : text.isBlank() && !isDue ? UNVERIFIED : EVERY,
                    isDue);
        }

        /** The same in the words of the registry. */
        Wanted wanted(LocalDate today) {
            return new Wanted(
                    text, statuses(), "", "", "", "", due ? today.minusYears(1).plusDays(1) : null);
        }

        /** Of those that are no more nothing is confirmed. */
        private String statuses() {
            return state.equals(EVERY)
                    ? String.join(",", STATES.subList(0, due ? 2 : STATES.indexOf(EVERY)))
                    : state;
        }

        /** For addresses. */
        Map<String, String> filters() {
            Map<String, String> filters = new LinkedHashMap<>();
            filters.put("text", text);
            filters.put("state", state);
            filters.put("due", due ? YEAR : "");
            return filters;
        }
    }

    /**
     * An association as a row shows it.
     *
     * @param since the day it came into the registry
     */
    record Row(
            Told name,
            String href,
            @Nullable String form,
            @Nullable String registerNumber,
            @Nullable String status,
            @Nullable String since,
            Confirmation confirmation) {

        static Row of(String code, AssociationFacts facts, Language language) {
            return new Row(
                    facts.name().told(language),
                    RegistrarPages.association(code, facts.id()),
                    LegalForms.known(facts.form()),
                    facts.registerNumber(),
                    knownStatus(facts),
                    facts.registeredAt() == null
                            ? null
                            : Formats.day(facts.registeredAt(), language),
                    Confirmation.of(facts, language));
        }
    }

    /** Those that wait to be verified first, and within each state by name. */
    static Columns<AssociationFacts> columns(Language language) {
        Comparator<AssociationFacts> byName =
                Columns.alphabetical(language, facts -> facts.name().told(language).text());
        return Columns.by(
                        "state",
                        Comparator.comparingInt(
                                        (AssociationFacts facts) ->
                                                STATES.indexOf(
                                                        Objects.requireNonNullElse(
                                                                knownStatus(facts), EVERY)))
                                .thenComparing(byName))
                .or("name", byName)
                .or("form", Columns.<AssociationFacts, String>told(AssociationFacts::form))
                .or("number", Columns.told(RegistryList::number))
                .or(
                        "since",
                        Columns.<AssociationFacts, Instant>told(AssociationFacts::registeredAt))
                .or("confirmed", Columns.told(AssociationFacts::confirmedOn));
    }

    /** What a file has of an association: days as in ISO 8601. */
    static List<String> cells(AssociationFacts facts, UnaryOperator<String> words) {
        String form = LegalForms.known(facts.form());
        String status = knownStatus(facts);
        return Stream.of(
                        facts.name().fi(),
                        facts.name().sv(),
                        facts.name().en(),
                        facts.businessId(),
                        facts.registerNumber(),
                        form == null ? null : words.apply("call.form." + form),
                        facts.purposeClass(),
                        String.join(" ", facts.themes()),
                        status == null ? null : words.apply("registrar.status." + status),
                        facts.registeredAt() == null ? null : Formats.dayOf(facts.registeredAt()),
                        facts.confirmedOn(),
                        facts.confirmationAskedOn())
                .map(cell -> Objects.toString(cell, ""))
                .toList();
    }

    private static @Nullable Long number(AssociationFacts facts) {
        String number = facts.registerNumber();
        return number != null && number.matches("[0-9]{1,9}") ? Long.valueOf(number) : null;
    }

    private static @Nullable String knownStatus(AssociationFacts facts) {
        return facts.status() != null && STATES.contains(facts.status()) ? facts.status() : null;
    }
}
