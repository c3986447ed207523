package fi.kumppani.grants.handling;

import fi.kumppani.grants.applicant.Applicant;
import fi.kumppani.grants.applicant.Applicants;
import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.call.GrantCall;
import fi.kumppani.grants.call.GrantCalls;
import fi.kumppani.grants.diary.Diaries;
import fi.kumppani.grants.grantapplication.ApplicantYears;
import fi.kumppani.grants.grantapplication.ApplicantYears.PastGrant;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.GrantApplications;
import fi.kumppani.grants.interest.Disqualification;
import fi.kumppani.grants.interest.JudgeImpartiality;
import fi.kumppani.grants.scheme.Scheme;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sets the applications of a call side by side (vertailutaulukko). A page costs the same number of
 * look-ups by id however many applications there are.
 */
@Service
public class CompareApplications {

    /** How many budget years back it is told what was granted. */
    public static final int YEARS_BACK = 3;

    private static final Comparator<Handlings.Standing> BY_AMOUNT =
            Comparator.comparingLong(Handlings.Standing::requestedCents)
                    .reversed()
                    .thenComparingInt(Handlings.Standing::position);
    private static final Comparator<Handlings.Standing> BY_TOTAL =
            Comparator.<Handlings.Standing, BigDecimal>comparing(
                            each -> each.total() == null ? BigDecimal.ONE.negate() : each.total())
                    .reversed()
                    .thenComparingInt(Handlings.Standing::position);

    private final Handlings handlings;
    private final EnterArrivals enterArrivals;
    private final ReleaseDisqualified releaseDisqualified;
    private final JudgeImpartiality impartiality;
    private final Diaries diaries;
    private final GrantApplications applications;
    private final ApplicantYears years;
    private final Applicants applicants;
    private final GrantCalls calls;

    CompareApplications(
            Handlings handlings,
            EnterArrivals enterArrivals,
            ReleaseDisqualified releaseDisqualified,
            JudgeImpartiality impartiality,
            Diaries diaries,
            GrantApplications applications,
            ApplicantYears years,
            Applicants applicants,
            GrantCalls calls) {
        this.handlings = handlings;
        this.enterArrivals = enterArrivals;
        this.releaseDisqualified = releaseDisqualified;
        this.impartiality = impartiality;
        this.diaries = diaries;
        this.applications = applications;
        this.years = years;
        this.applicants = applicants;
        this.calls = calls;
    }

    /** In which order; its name in kebab case is the code in requests. */
    public enum Order {
        /** By diary number, the first first. */
        NUMBER,
        /** By what is asked for, the most first. */
        AMOUNT,
        /** By weighted score, the highest first; only after the review round. */
        TOTAL
    }

    /**
     * A part of the table.
     *
     * @param after how many places of the order are known already
     * @param limit how many places to look at
     * @param reader for whom, as the identity provider's opaque {@code sub}
     * @return empty when there is no such call
     */
    public Optional<Result> compare(CallId call, Order order, int after, int limit, String reader) {
        Optional<GrantCall.Announced> announced = calls.announced(call);
        if (announced.isEmpty()) {
            return Optional.empty();
        }
        CallHandling known = enterArrivals.enter(call);
        if (order == Order.TOTAL && !known.isClosed()) {
            return Optional.of(new Result.Refused(HandlingRefusal.REVIEW_ROUND_OPEN));
        }
        List<ApplicationId> wanted =
                switch (order) {
                    case NUMBER ->
                            diaries.arrivedFor(call.value(), after, limit).stream()
                                    .map(each -> new ApplicationId(each.applicationId()))
                                    .toList();
                    case AMOUNT -> sorted(call, BY_AMOUNT, after, limit);
                    case TOTAL -> sorted(call, BY_TOTAL, after, limit);
                };
        return Optional.of(
                new Result.Rows(
                        rows(
                                wanted,
                                after,
                                known,
                                announced.get().terms().scheme(),
                                announced.get().terms().year(),
                                reader)));
    }

    private List<ApplicationId> sorted(
            CallId call, Comparator<Handlings.Standing> order, int after, int limit) {
        return handlings.standings(call).stream()
                .sorted(order)
                .skip(after)
                .limit(limit)
                .map(Handlings.Standing::application)
                .toList();
    }

    private List<Row> rows(
            List<ApplicationId> wanted,
            int after,
            CallHandling call,
            Scheme scheme,
            int year,
            String reader) {
        Map<ApplicationId, GrantApplication> found = new HashMap<>();
        applications
                .findAll(wanted)
                .forEach(
                        (id, stored) -> {
                            if (!(stored.body() instanceof GrantApplication.Draft)) {
                                found.put(id, stored.body());
                            }
                        });
        Map<ApplicationId, Handling> rows =
                releaseDisqualified.release(found.values(), handlings.rows(wanted));
        Map<String, Disqualification> closed =
                impartiality.ofAll(
                        reader, found.values().stream().map(GrantApplication::matter).toList());
        List<AssociationId> associations =
                found.values().stream().map(each -> each.filing().applicant()).distinct().toList();
        Map<AssociationId, Applicant> names = applicants.findAll(associations);
        Map<AssociationId, List<PastGrant>> past =
                years.granted(associations, year - YEARS_BACK, year - 1);
        List<Row> table = new ArrayList<>(wanted.size());
        for (int i = 0; i < wanted.size(); i++) {
            ApplicationId id = wanted.get(i);
            @Nullable GrantApplication application = found.get(id);
            @Nullable Handling row = rows.get(id);
            table.add(
                    new Row(
                            after + i + 1,
                            application == null || row == null
                                    ? Optional.empty()
                                    : Optional.of(
                                            new Compared(
                                                    application,
                                                    names.get(application.filing().applicant()),
                                                    new Look(row, call, scheme),
                                                    past.getOrDefault(
                                                            application.filing().applicant(),
                                                            List.of()),
                                                    closed.get(id.value())))));
        }
        return table;
    }

    /** What came of it. */
    public sealed interface Result {

        /** These places of the order. */
        record Rows(List<Row> rows) implements Result {}

        /** The order is not told. */
        record Refused(HandlingRefusal reason) implements Result {}
    }

    /**
     * A place in the order.
     *
     * @param place from 1
     * @param compared absent when nothing was handed in under it
     */
    public record Row(int place, Optional<Compared> compared) {}

    /**
     * An application among the others.
     *
     * @param applicant as the registry told of it; null when it has not
     * @param past what the applicant was granted in the years before
     * @param disqualification why the reader must keep out of it; null when they need not
     */
    public record Compared(
            GrantApplication application,
            @Nullable Applicant applicant,
            Look look,
            List<PastGrant> past,
            @Nullable Disqualification disqualification) {}
}
