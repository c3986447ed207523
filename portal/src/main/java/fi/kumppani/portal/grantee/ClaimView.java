package fi.kumppani.portal.grantee;

import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.reader.Language;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A claim in words.
 *
 * @param ground one of those that pages have words for
 * @param status the same
 * @param hears whether something can be said to it still
 * @param heard whether there was a hearing, which is over
 * @param maker who decided, by office
 * @param owed what is still owed of it; null when nothing is, or it is not decided
 * @param paid whether all of it came back
 * @param late whether its day has passed with something owed
 */
public record ClaimView(
        int number,
        String ground,
        String status,
        String amount,
        @Nullable String reason,
        @Nullable String hearingUntil,
        boolean hears,
        boolean heard,
        @Nullable String answer,
        @Nullable String maker,
        @Nullable String decidedOn,
        @Nullable String dueOn,
        @Nullable String owed,
        @Nullable String interest,
        boolean paid,
        boolean late,
        List<PaymentRow> payments) {

    /** Why something can be claimed back, as grants-service knows it. */
    public static final List<String> GROUNDS =
            List.of(
                    "not-reported",
                    "report-not-approved",
                    "other-purpose",
                    "conditions-broken",
                    "unused",
                    "wrong-information",
                    "paid-in-error");

    private static final Set<String> STATUSES = Set.of("proposed", "decided", "dropped");

    /** Money that came back; {@code interest} only where some of it was that. */
    public record PaymentRow(String receivedOn, String amount, @Nullable String interest) {

        static PaymentRow of(ClaimsFacts.Payment payment, Language language) {
            return new PaymentRow(
                    Formats.day(payment.receivedOn(), language),
                    Formats.euros(payment.principal().add(payment.interest())),
                    payment.interest().signum() == 0 ? null : Formats.euros(payment.interest()));
        }
    }

    /** The claim in words. */
    public static ClaimView of(
            ClaimsFacts facts, ClaimsFacts.Claim claim, LocalDate today, Language language) {
        BigDecimal owed = Objects.requireNonNullElse(claim.owed(), BigDecimal.ZERO);
        BigDecimal interest = Objects.requireNonNullElse(claim.interest(), BigDecimal.ZERO);
        boolean isDecided = claim.status().equals("decided");
        LocalDate dueOn = claim.dueOn();
        boolean isPaid = isDecided && owed.add(interest).signum() == 0;
        return new ClaimView(
                claim.number(),
                GROUNDS.contains(claim.ground()) ? claim.ground() : "other",
                STATUSES.contains(claim.status()) ? claim.status() : "other",
                Formats.euros(claim.amount()),
                claim.reason().isBlank() ? null : claim.reason(),
                claim.hearingUntil() == null ? null : Formats.day(claim.hearingUntil(), language),
                claim.hears(today),
                claim.hearingUntil() != null && !claim.hears(today),
                claim.answer() == null || claim.answer().isBlank() ? null : claim.answer(),
                maker(claim.maker()),
                claim.decidedOn() == null ? null : Formats.day(claim.decidedOn(), language),
                dueOn == null ? null : Formats.day(dueOn, language),
                isDecided && !isPaid ? Formats.euros(owed) : null,
                interest.signum() == 0 ? null : Formats.euros(interest),
                isPaid,
                isDecided && !isPaid && dueOn != null && today.isAfter(dueOn),
                facts.returns().stream()
                        .filter(each -> Objects.equals(each.claim(), claim.number()))
                        .filter(each -> !each.status().equals("refused"))
                        .map(each -> PaymentRow.of(each, language))
                        .toList());
    }

    /** What came by the grantee's own will. */
    public static List<PaymentRow> unclaimed(ClaimsFacts facts, Language language) {
        return facts.returns().stream()
                .filter(each -> each.claim() == null && !each.status().equals("refused"))
                .map(each -> PaymentRow.of(each, language))
                .toList();
    }

    private static @Nullable String maker(ClaimsFacts.@Nullable Maker maker) {
        return maker == null
                ? null
                : Stream.of(maker.title(), maker.section())
                        .filter(Objects::nonNull)
                        .reduce((title, section) -> title + ", " + section)
                        .orElse(null);
    }
}
