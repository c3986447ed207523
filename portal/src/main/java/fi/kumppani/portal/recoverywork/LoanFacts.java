package fi.kumppani.portal.recoverywork;

import fi.kumppani.portal.application.ApplicationFacts;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.reader.Language;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * How a loan is paid back, as it stands today.
 *
 * @param lent euros that were paid out
 * @param left euros that are still to come back
 * @param overdue euros that should have come back by now
 */
record LoanFacts(BigDecimal lent, BigDecimal left, BigDecimal overdue, List<Part> parts) {

    LoanFacts {
        parts = List.copyOf(parts);
    }

    /** A part of the plan. */
    record Part(
            int number, LocalDate dueOn, BigDecimal amount, BigDecimal repaid, boolean overdue) {}

    /** The plan in words. */
    record Shown(String lent, String left, String overdue, boolean late, List<Row> rows) {}

    /** A part in words. */
    record Row(int number, String dueOn, String amount, String repaid, boolean overdue) {}

    Shown shown(Language language) {
        return new Shown(
                Formats.euros(lent),
                Formats.euros(left),
                Formats.euros(overdue),
                overdue.signum() > 0,
                parts.stream()
                        .map(
                                part ->
                                        new Row(
                                                part.number(),
                                                Formats.day(part.dueOn(), language),
                                                Formats.euros(part.amount()),
                                                Formats.euros(part.repaid()),
                                                part.overdue()))
                        .toList());
    }

    /** The plan; there is none of a grant that is no loan. */
    static Question<LoanFacts> of(String municipality, String application) {
        return Question.get(
                Backend.GRANTS,
                LoanFacts.class,
                ApplicationFacts.PATH + "/repayment-plan",
                ApplicationFacts.at(municipality, application));
    }
}
