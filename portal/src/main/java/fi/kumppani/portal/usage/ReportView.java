package fi.kumppani.portal.usage;

import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.LocalizedText;
import fi.kumppani.portal.reader.Told;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A report in words.
 *
 * @param status one of those that pages have words for
 * @param used euros in all
 * @param figures what came of it in numbers, those that are told
 * @param receipts how many there are
 * @param compared costs from the application to the report; empty when they were not planned
 */
public record ReportView(
        String status,
        boolean open,
        @Nullable String dueOn,
        boolean overdue,
        @Nullable String handedInAt,
        @Nullable Told missing,
        List<Amount> costs,
        String used,
        List<Amount> figures,
        @Nullable String text,
        int receipts,
        int files,
        @Nullable Found found,
        List<Compared> compared) {

    private static final Set<String> STATUSES =
            Set.of("draft", "handed-in", "supplementing", "checked", "concluded");
    private static final Set<String> FINDINGS = Set.of("approved", "partly-approved", "rejected");

    /**
     * A number of the report.
     *
     * @param of what it tells, the end of a text's key
     */
    public record Amount(String of, String number) {}

    /** What was found; {@code recover} only where something has to be paid back. */
    public record Found(String finding, String accepted, @Nullable String recover, String reason) {

        /** What was found, in words. */
        public static Found of(ReportFacts.Conclusion conclusion) {
            return new Found(
                    FINDINGS.contains(conclusion.finding()) ? conclusion.finding() : "other",
                    Formats.euros(conclusion.accepted()),
                    conclusion.recover().signum() == 0 ? null : Formats.euros(conclusion.recover()),
                    conclusion.reason());
        }
    }

    /** Euros for a kind of costs: what was planned, granted and used. */
    public record Compared(String of, String planned, String granted, String used) {}

    /** Those that are told of more than the report; none when costs were never told by kind. */
    private static List<Compared> compared(ReportFacts facts) {
        List<ReportFacts.ComparedCosts> all =
                Objects.requireNonNullElse(facts.comparison(), List.of());
        boolean isTold =
                all.stream().anyMatch(each -> each.planned().add(each.granted()).signum() > 0);
        return isTold
                ? all.stream()
                        .map(
                                each ->
                                        new Compared(
                                                category(each.category()),
                                                Formats.euros(each.planned()),
                                                Formats.euros(each.granted()),
                                                Formats.euros(each.used())))
                        .toList()
                : List.of();
    }

    /** The report in words. */
    public static ReportView of(ReportFacts facts, Language language) {
        ReportContent content = facts.content();
        ReportFacts.Conclusion conclusion = facts.conclusion();
        return new ReportView(
                STATUSES.contains(facts.status()) ? facts.status() : "other",
                facts.isOpen(),
                facts.dueOn() == null ? null : Formats.day(facts.dueOn(), language),
                facts.overdue(),
                facts.handedInAt() == null ? null : Formats.moment(facts.handedInAt(), language),
                LocalizedText.maybe(facts.missing(), language),
                content.costs().stream()
                        .map(
                                each ->
                                        new Amount(
                                                category(each.category()),
                                                Formats.euros(each.amount())))
                        .toList(),
                Formats.euros(facts.used()),
                figures(content),
                content.text() == null || content.text().isBlank() ? null : content.text(),
                content.receipts().size(),
                facts.files().size(),
                conclusion == null ? null : Found.of(conclusion),
                compared(facts));
    }

    /** A kind of costs that pages have words for. */
    static String category(String category) {
        return ReportContent.CATEGORIES.contains(category) ? category : "other";
    }

    private static List<Amount> figures(ReportContent content) {
        return Stream.of(
                        figure("participants", content.participants()),
                        figure("events", content.events()),
                        figure("volunteer-hours", content.volunteerHours()))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Amount> figure(String of, @Nullable Integer number) {
        return number == null
                ? List.of()
                : List.of(new Amount(of, Formats.number(number.longValue())));
    }
}
