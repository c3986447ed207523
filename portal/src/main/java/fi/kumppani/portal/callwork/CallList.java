package fi.kumppani.portal.callwork;

import fi.kumppani.portal.official.WorkCall;
import fi.kumppani.portal.page.Columns;
import fi.kumppani.portal.page.Sought;
import fi.kumppani.portal.reader.Language;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All calls of a municipality, narrowed and in an order.
 *
 * @param calls how far each is, in no order
 */
record CallList(List<Standing> calls) {

    /** How far a call is, in the order of the page. */
    private static final List<String> STATES =
            List.of("draft", "scheduled", "open", "coming", "closed");

    /** Copies the list. */
    CallList {
        calls = List.copyOf(calls);
    }

    /**
     * A call.
     *
     * @param state how far it is
     */
    record Standing(WorkCall call, String state) {

        static Standing of(WorkCall call, Instant now) {
            return new Standing(call, state(call, now));
        }

        private static String state(WorkCall call, Instant now) {
            if (call.status().equals("draft")) {
                return call.publishAt() == null ? "draft" : "scheduled";
            }
            if (call.open()) {
                return "open";
            }
            boolean isOver = call.status().equals("closed") || !now.isBefore(call.closesAt());
            return isOver ? "closed" : "coming";
        }

        private String title(Language language) {
            return call.title().told(language).text();
        }

        /** What a table for spreadsheets has of it. */
        List<String> cells(Language language, String stateInWords) {
            return List.of(
                    call.title().told(language).text(),
                    Integer.toString(call.year()),
                    stateInWords,
                    call.opensAt().toString(),
                    call.closesAt().toString(),
                    call.budget().toPlainString());
        }
    }

    /**
     * What is looked for; whatever is empty is not.
     *
     * @param text words that are all in the title
     */
    record Wanted(String text, String state, String year) {

        static Wanted of(String text, String state, String year) {
            return new Wanted(
                    new Sought(text).text(),
                    STATES.contains(state) ? state : "",
                    year.matches("[0-9]{4}") ? year : "");
        }

        /** Whether anything is. */
        public boolean isAnything() {
            return !(text + state + year).isEmpty();
        }

        private boolean fits(Standing each, Language language) {
            return (state.isEmpty() || each.state().equals(state))
                    && (year.isEmpty() || Integer.toString(each.call().year()).equals(year))
                    && new Sought(text).isIn(each.title(language));
        }

        /** For addresses. */
        Map<String, String> filters() {
            Map<String, String> filters = new LinkedHashMap<>();
            filters.put("text", text);
            filters.put("state", state);
            filters.put("year", year);
            return filters;
        }
    }

    /** Drafts first, and within each state those that open last. */
    static Columns<Standing> columns(Language language) {
        return Columns.by(
                        "state",
                        Comparator.comparingInt((Standing each) -> STATES.indexOf(each.state()))
                                .thenComparing(
                                        each -> each.call().opensAt(), Comparator.reverseOrder()))
                .or("title", Columns.alphabetical(language, each -> each.title(language)))
                .or("year", Comparator.comparingInt(each -> each.call().year()))
                .or("closes", Comparator.comparing(each -> each.call().closesAt()))
                .or("budget", Comparator.comparing(each -> each.call().budget()));
    }

    List<Standing> fitting(Wanted wanted, Language language) {
        return calls.stream().filter(each -> wanted.fits(each, language)).toList();
    }

    /** In which states there are any. */
    List<String> states() {
        return STATES.stream()
                .filter(state -> calls.stream().anyMatch(each -> each.state().equals(state)))
                .toList();
    }

    /** Of which years there are any, the latest first. */
    List<String> years() {
        return calls.stream()
                .map(each -> Integer.toString(each.call().year()))
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }
}
