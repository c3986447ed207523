package fi.kumppani.portal.reportwork;

import fi.kumppani.portal.official.MatterFacts;
import fi.kumppani.portal.page.Columns;
import fi.kumppani.portal.page.Filters;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** What waits after the decisions of a call as a list. */
final class MatterList {

    /** What the list is filtered by; the first means all. */
    static final List<String> FILTERS =
            List.of("all", "report", "change", "redress", "recovery", "account");

    /** What an export tells; keys of words. */
    static final List<String> HEADINGS =
            List.of("decision.number", "later.list.what", "later.list.since");

    private MatterList() {}

    /** The oldest first. */
    static Columns<MatterFacts> columns() {
        return Columns.by("since", Columns.told(MatterFacts::since))
                .or("number", Comparator.comparing(MatterFacts::diaryNumber))
                .or("what", Comparator.comparing(MatterFacts::known));
    }

    /** One of {@link #FILTERS}. */
    static String filter(String of) {
        return Filters.known(FILTERS, of);
    }

    static List<MatterFacts> passing(List<MatterFacts> all, String filter) {
        return Filters.passing(FILTERS, filter, all, each -> isOf(filter, each.what()));
    }

    /** What a file has of it: days as in ISO 8601. */
    static List<String> cells(MatterFacts facts, UnaryOperator<String> words) {
        return List.of(
                facts.diaryNumber(),
                words.apply("later.what." + facts.known()),
                Objects.toString(facts.since(), ""));
    }

    private static boolean isOf(String filter, String what) {
        return what.startsWith(filter) || (filter.equals("redress") && what.endsWith("-untold"));
    }
}
