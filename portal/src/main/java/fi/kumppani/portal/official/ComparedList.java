package fi.kumppani.portal.official;

import fi.kumppani.portal.page.Columns;
import fi.kumppani.portal.page.Filters;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.page.Sought;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.LocalizedText;
import fi.kumppani.portal.reader.Told;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The applications of a call as a list.
 *
 * @param subject whoever reads it
 */
record ComparedList(String subject, Language language) {

    /** The states by which the list is filtered; the first means all. */
    static final List<String> FILTERS =
            List.of("all", "waiting", "in-handling", "reviewed", "supplementing", "decided");

    /** What an export tells; keys of words. */
    static final List<String> HEADINGS =
            List.of(
                    "decision.number",
                    "decision.association",
                    "decision.requested",
                    "work.compared.past",
                    "work.compared.total",
                    "work.compared.reviews",
                    "work.compared.who",
                    "work.compared.state");

    private static final List<String> WHO = List.of("mine", "nobody", "another");

    /**
     * What is looked for.
     *
     * @param text words that are all in the diary number or the name of the applicant
     * @param state one of {@link #FILTERS}
     */
    record Wanted(String text, String state) {

        static Wanted of(String text, String state) {
            return new Wanted(new Sought(text).text(), Filters.known(FILTERS, state));
        }

        /** Whether anything is. */
        public boolean isAnything() {
            return !text.isEmpty() || !state.equals(FILTERS.getFirst());
        }

        /** For addresses. */
        Map<String, String> filters() {
            Map<String, String> filters = new LinkedHashMap<>();
            filters.put("text", text);
            filters.put("state", state.equals(FILTERS.getFirst()) ? "" : state);
            return filters;
        }
    }

    /** By number; what is not told of an application comes last. */
    Columns<Compared> columns() {
        return Columns.by("number", Columns.told(Compared::diaryNumber))
                .or("association", Columns.alphabetical(language, this::association))
                .or("amount", Columns.told(Compared::requested))
                .or("total", Columns.told(Compared::total))
                .or("reviews", Columns.told(Compared::reviews))
                .or("who", Comparator.comparingInt(each -> WHO.indexOf(who(each))))
                .or("state", Columns.told(ComparedList::state));
    }

    List<Compared> fitting(List<Compared> all, Wanted wanted) {
        Sought sought = new Sought(wanted.text());
        return all.stream()
                .filter(each -> passes(each, wanted.state()))
                .filter(
                        each ->
                                sought.isIn(
                                        Objects.requireNonNullElse(each.diaryNumber(), ""),
                                        Objects.requireNonNullElse(association(each), "")))
                .toList();
    }

    /** What a file has of an application: sums in euros. */
    List<String> cells(Compared each, UnaryOperator<String> words) {
        if (each.disqualified() != null) {
            return List.of(
                    Objects.requireNonNullElse(each.diaryNumber(), ""),
                    words.apply("work.compared.kept-out"));
        }
        String association = association(each);
        return Stream.of(
                        each.diaryNumber(),
                        association == null ? words.apply("work.compared.blind") : association,
                        each.requested() == null ? null : each.requested().toPlainString(),
                        past(each),
                        each.total() == null ? null : each.total().toPlainString(),
                        each.reviews(),
                        words.apply("work.compared.who." + who(each)),
                        words.apply("work.state." + States.of(each.status(), each.state())))
                .map(cell -> Objects.toString(cell, ""))
                .toList();
    }

    /** Who handles it: {@code mine}, {@code another} or {@code nobody}. */
    String who(Compared each) {
        return each.assignee() == null
                ? "nobody"
                : each.assignee().equals(subject) ? "mine" : "another";
    }

    /** What was granted before, by year. */
    static String past(Compared each) {
        return each.past().stream()
                .map(past -> past.year() + ": " + Formats.euros(past.granted()))
                .collect(Collectors.joining(", "));
    }

    private @Nullable String association(Compared each) {
        Told name = LocalizedText.maybe(each.associationName(), language);
        return name == null ? null : name.text();
    }

    private static @Nullable String state(Compared each) {
        return each.disqualified() == null ? States.of(each.status(), each.state()) : null;
    }

    private static boolean passes(Compared row, String filter) {
        if (filter.equals(FILTERS.getFirst())) {
            return true;
        }
        String state = state(row);
        return state != null
                && (filter.equals("decided")
                        ? States.DECIDED.contains(state)
                        : filter.equals(state));
    }
}
