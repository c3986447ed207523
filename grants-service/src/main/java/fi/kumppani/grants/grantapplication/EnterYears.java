package fi.kumppani.grants.grantapplication;

import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.call.CallTerms;
import fi.kumppani.grants.eligibility.AskEligibility;
import fi.kumppani.grants.eligibility.CapPerApplicant;
import fi.kumppani.grants.eligibility.Earlier;
import fi.kumppani.grants.grantapplication.GrantApplication.Eligibility;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Enters an application among what everybody who applies has handed in for its year: the applicant
 * first, judged by every rule, then each partner, whose sum in the call is judged once more where
 * it is entered. What is left when a partner has been faster elsewhere counts like any entry of a
 * draft, for {@link ApplicantYears#ENTRY_COUNTS}.
 */
@Service
public class EnterYears {

    private final ApplicantYears years;
    private final AskEligibility askEligibility;
    private final Clock clock;

    EnterYears(ApplicantYears years, AskEligibility askEligibility, Clock clock) {
        this.years = years;
        this.askEligibility = askEligibility;
        this.clock = clock;
    }

    /**
     * Judges a draft and enters it when it is eligible; entered again, it takes its own place.
     *
     * @param terms of its call
     * @param before ids under which it stands among the others as well, as it was under another
     *     call
     * @param asOf the moment whose rules count
     * @param last has the last word of what was judged for the applicant
     */
    public Eligibility enter(
            GrantApplication.Draft draft,
            CallTerms terms,
            Set<String> before,
            Instant asOf,
            UnaryOperator<Eligibility> last) {
        Filing filing = draft.filing();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Set<String> atHand =
                Stream.concat(before.stream(), Stream.of(filing.id().value()))
                        .collect(Collectors.toUnmodifiableSet());
        var own =
                new Earlier(
                        filing.id().value(),
                        filing.call(),
                        terms.scheme().kind(),
                        draft.proposal().requested());
        Eligibility judged =
                years.enter(
                        filing.applicant(),
                        filing.year(),
                        own,
                        now,
                        others ->
                                last.apply(
                                        draft.eligibility(
                                                terms,
                                                askEligibility.circumstances(
                                                        filing.call(),
                                                        terms,
                                                        filing.applicant(),
                                                        draft.proposal().partners(),
                                                        without(atHand, others),
                                                        atHand,
                                                        asOf))));
        return judged instanceof Eligibility.Eligible
                ? withPartners(draft, terms, own.ofPartner(), atHand, judged, now)
                : judged;
    }

    private Eligibility withPartners(
            GrantApplication.Draft draft,
            CallTerms terms,
            Earlier own,
            Set<String> atHand,
            Eligibility judged,
            Instant now) {
        List<AssociationId> partners =
                draft.proposal().partners().ids().stream()
                        .sorted(Comparator.comparing(AssociationId::value))
                        .toList();
        for (AssociationId each : partners) {
            Eligibility entered =
                    years.enter(
                            each,
                            draft.filing().year(),
                            own,
                            now,
                            others ->
                                    CapPerApplicant.holds(
                                                    terms,
                                                    own.call(),
                                                    own.amount(),
                                                    without(atHand, others))
                                            ? judged
                                            : new Eligibility.Ineligible(
                                                    Refusal.OVER_CAP_PER_APPLICANT));
            if (entered instanceof Eligibility.Ineligible) {
                return entered;
            }
        }
        return judged;
    }

    private static List<Earlier> without(Set<String> atHand, List<Earlier> others) {
        return others.stream().filter(each -> !atHand.contains(each.application())).toList();
    }
}
