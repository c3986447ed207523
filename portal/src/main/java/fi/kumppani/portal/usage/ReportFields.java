package fi.kumppani.portal.usage;

import fi.kumppani.portal.backend.Refusal;
import fi.kumppani.portal.page.Amounts;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.Marks;
import fi.kumppani.portal.page.Texts;

import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The fields by which a report is written: costs by kind, figures and words. */
final class ReportFields {

    static final String FAMILY = "usage";

    private static final List<String> REASONS =
            List.of("already-handed-in", "report-empty", "file-missing", "receipts-late");

    /** As many characters as the service takes. */
    private static final int LONGEST = 10_000;

    private static final int MOST = 10_000_000;
    private static final String COST = "cost.";
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,8}");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u202f]+");
    private static final Pattern SENT_COST = Pattern.compile("costs\\[([0-9])].*");
    private static final List<String> FIGURES = List.of("participants", "events", "volunteerHours");
    private static final String TEXT = "text";

    private ReportFields() {}

    /** A form that keeps the text whole, also when it is too long. */
    static FilledForm empty(String key) {
        return new FilledForm(key, 2 * LONGEST);
    }

    /** All fields. */
    static List<String> names() {
        return Stream.of(
                        ReportContent.CATEGORIES.stream().map(ReportFields::cost),
                        FIGURES.stream(),
                        Stream.of(TEXT))
                .flatMap(each -> each)
                .toList();
    }

    /** The field of a kind of costs. */
    static String cost(String category) {
        return COST + category;
    }

    /** Keeps what was sent. */
    static void keep(FilledForm form, MultiValueMap<String, String> sent) {
        names().forEach(field -> form.put(field, Texts.lines(sent.getFirst(field))));
    }

    /** Fills the form in with what is kept. */
    static void fill(FilledForm form, ReportContent content) {
        for (String category : ReportContent.CATEGORIES) {
            form.put(
                    cost(category),
                    content.costs().stream()
                            .filter(each -> each.category().equals(category))
                            .map(each -> Amounts.field(each.amount()))
                            .findFirst()
                            .orElse(""));
        }
        form.put("participants", count(content.participants()));
        form.put("events", count(content.events()));
        form.put("volunteerHours", count(content.volunteerHours()));
        form.put(TEXT, content.text());
    }

    /** What tells what is written here from what somebody else wrote; receipts do not count. */
    static String mark(ReportContent content) {
        FilledForm form = empty("");
        fill(form, content);
        return Marks.of(form, names());
    }

    /**
     * What the form says; what cannot be read becomes a fault of it.
     *
     * @param receipts which go with it
     */
    static ReportContent read(FilledForm form, List<ReportContent.Receipt> receipts) {
        List<ReportContent.Cost> costs = new ArrayList<>();
        for (String category : ReportContent.CATEGORIES) {
            String field = cost(category);
            Optional<BigDecimal> amount = Amounts.read(form.value(field)).map(BigDecimal::new);
            if (amount.isEmpty() && !form.value(field).isEmpty()) {
                form.refuse(field, FAMILY + ".error.cost");
            }
            amount.filter(euros -> euros.signum() > 0)
                    .ifPresent(euros -> costs.add(new ReportContent.Cost(category, euros)));
        }
        if (form.value(TEXT).length() > LONGEST) {
            form.refuse(TEXT, FAMILY + ".error.text");
        }
        return new ReportContent(
                costs,
                receipts,
                figure(form, "participants"),
                figure(form, "events"),
                figure(form, "volunteerHours"),
                form.value(TEXT).isEmpty() ? null : form.value(TEXT));
    }

    /** Puts what the service refused beside the fields. */
    static void refuse(FilledForm form, Refusal refusal, List<ReportContent.Cost> sent) {
        form.refuse(
                new Refusal(
                        refusal.status(),
                        refusal.reason(),
                        refusal.errors().stream().map(error -> inForm(error, sent)).toList()),
                FAMILY,
                REASONS,
                error ->
                        FAMILY
                                + ".error."
                                + (error.field().startsWith(COST)
                                        ? "cost"
                                        : FIGURES.contains(error.field()) ? "figure" : TEXT));
    }

    private static Refusal.FieldError inForm(
            Refusal.FieldError error, List<ReportContent.Cost> sent) {
        Matcher cost = SENT_COST.matcher(error.field());
        return cost.matches() && Integer.parseInt(cost.group(1)) < sent.size()
                ? new Refusal.FieldError(
                        cost(sent.get(Integer.parseInt(cost.group(1))).category()), error.code())
                : error;
    }

    private static @Nullable Integer figure(FilledForm form, String field) {
        String written = BLANKS.matcher(form.value(field)).replaceAll("");
        if (COUNT.matcher(written).matches() && Integer.parseInt(written) <= MOST) {
            return Integer.valueOf(written);
        }
        if (!written.isEmpty()) {
            form.refuse(field, FAMILY + ".error.figure");
        }
        return null;
    }

    private static String count(@Nullable Integer count) {
        return count == null ? "" : Integer.toString(count);
    }
}
