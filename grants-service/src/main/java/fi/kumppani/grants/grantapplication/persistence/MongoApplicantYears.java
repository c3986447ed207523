package fi.kumppani.grants.grantapplication.persistence;

import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.eligibility.Earlier;
import fi.kumppani.grants.grantapplication.ApplicantYears;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.Decision;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.GrantApplications;
import fi.kumppani.grants.scheme.GrantKind;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.store.AggregateCollection;
import fi.kumppani.kit.store.AggregateCollections;
import fi.kumppani.kit.store.Change;
import fi.kumppani.kit.store.Insertion;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.text.WireCodes;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One document for each association and year. It says which applications there are; what has become
 * of them stands in the applications alone.
 */
@Component
class MongoApplicantYears implements ApplicantYears {

    private final AggregateCollection<ApplicantYearDocument> collection;
    private final GrantApplications applications;
    private final Clock clock;

    MongoApplicantYears(
            AggregateCollections collections, GrantApplications applications, Clock clock) {
        this.collection =
                collections.collection("applicantYears", ApplicantYearDocument.class).open();
        this.applications = applications;
        this.clock = clock;
    }

    @Override
    public List<Earlier> of(AssociationId applicant, int year) {
        return collection
                .find(id(applicant, year))
                .map(found -> counting(found.body().entries(), clock.instant()))
                .orElse(List.of());
    }

    @Override
    public void remember(Collection<GrantApplication> imported, GrantKind kind, Instant now) {
        Map<String, List<ApplicantYearDocument.Entry>> byYear =
                imported.stream()
                        .collect(
                                Collectors.groupingBy(
                                        each -> id(each.filing().applicant(), each.filing().year()),
                                        Collectors.mapping(
                                                each -> past(each, kind, now),
                                                Collectors.toList())));
        Map<String, ApplicantYearDocument> known =
                collection.findAll(byYear.keySet()).stream()
                        .collect(Collectors.toMap(Stored::id, Stored::body));
        byYear.forEach(
                (id, entries) -> {
                    ApplicantYearDocument year =
                            known.getOrDefault(id, ApplicantYearDocument.EMPTY);
                    if (!entries.stream().allMatch(year::knows)) {
                        remember(id, entries);
                    }
                });
    }

    private static ApplicantYearDocument.Entry past(
            GrantApplication application, GrantKind kind, Instant now) {
        return new ApplicantYearDocument.Entry(
                application.filing().id().value(),
                application.filing().call().value(),
                WireCodes.of(kind),
                application.proposal().requested().cents(),
                now,
                null);
    }

    private void remember(String id, List<ApplicantYearDocument.Entry> entries) {
        if (collection.insert(id, null, new ApplicantYearDocument(entries), List.of())
                instanceof Insertion.Inserted<ApplicantYearDocument>) {
            return;
        }
        var _ =
                collection.change(
                        id,
                        stored -> {
                            ApplicantYearDocument next = stored.body();
                            for (ApplicantYearDocument.Entry each : entries) {
                                next = next.knows(each) ? next : next.with(each);
                            }
                            return Change.to(next, List.of(), true);
                        });
    }

    @Override
    public List<ApplicationId> handedIn(AssociationId applicant, int firstYear, int lastYear) {
        return collection
                .findAll(
                        IntStream.rangeClosed(firstYear, lastYear)
                                .mapToObj(year -> id(applicant, year))
                                .toList())
                .stream()
                .flatMap(found -> found.body().own().stream())
                .map(entry -> new ApplicationId(entry.application()))
                .toList();
    }

    @Override
    public Map<AssociationId, List<PastGrant>> granted(
            Collection<AssociationId> applicants, int firstYear, int lastYear) {
        List<String> ids =
                applicants.stream()
                        .distinct()
                        .flatMap(
                                applicant ->
                                        IntStream.rangeClosed(firstYear, lastYear)
                                                .mapToObj(year -> id(applicant, year)))
                        .toList();
        List<ApplicationId> handedIn =
                collection.findAll(ids).stream()
                        .flatMap(found -> found.body().own().stream())
                        .map(entry -> new ApplicationId(entry.application()))
                        .toList();
        return applications.findAll(handedIn).values().stream()
                .flatMap(found -> found.body().decided().stream())
                .filter(decided -> decided.decision().granted().cents() > 0)
                .sorted(Comparator.comparingInt(decided -> decided.filing().year()))
                .collect(
                        Collectors.groupingBy(
                                decided -> decided.filing().applicant(),
                                Collectors.mapping(
                                        decided ->
                                                new PastGrant(
                                                        decided.filing().year(),
                                                        decided.filing().id(),
                                                        decided.decision().granted()),
                                        Collectors.toList())));
    }

    @Override
    public GrantApplication.Eligibility enter(
            AssociationId applicant,
            int year,
            Earlier own,
            Instant now,
            Function<List<Earlier>, GrantApplication.Eligibility> judge) {
        String id = id(applicant, year);
        var entry =
                new ApplicantYearDocument.Entry(
                        own.application(),
                        own.call().value(),
                        WireCodes.of(own.kind()),
                        own.amount().cents(),
                        now,
                        own.asPartner() ? true : null);
        if (collection.find(id).isEmpty()) {
            var _ = collection.insert(id, null, ApplicantYearDocument.EMPTY, List.of());
        }
        return collection
                .change(
                        id,
                        stored ->
                                enter(
                                        stored.body(),
                                        entry,
                                        judge.apply(
                                                counting(
                                                        stored.body().others(own.application()),
                                                        now))))
                .orElseThrow(() -> new IllegalStateException("A year went away"));
    }

    private static Change<ApplicantYearDocument, GrantApplication.Eligibility> enter(
            ApplicantYearDocument year,
            ApplicantYearDocument.Entry entry,
            GrantApplication.Eligibility eligibility) {
        return switch (eligibility) {
            case GrantApplication.Eligibility.Eligible _ ->
                    Change.to(year.with(entry), List.of(), eligibility);
            case GrantApplication.Eligibility.Ineligible _ -> Change.none(eligibility);
        };
    }

    private List<Earlier> counting(List<ApplicantYearDocument.Entry> entries, Instant now) {
        if (entries.isEmpty()) {
            return List.of();
        }
        Map<ApplicationId, Stored<GrantApplication>> found =
                applications.findAll(
                        entries.stream()
                                .map(each -> new ApplicationId(each.application()))
                                .toList());
        return entries.stream()
                .flatMap(
                        each ->
                                counting(
                                        each, found.get(new ApplicationId(each.application())), now)
                                        .stream())
                .toList();
    }

    private static Optional<Earlier> counting(
            ApplicantYearDocument.Entry entry,
            @Nullable Stored<GrantApplication> application,
            Instant now) {
        if (application == null || application.body().filing().imported()) {
            return Optional.empty();
        }
        return switch (application.body()) {
            case GrantApplication.Draft _ ->
                    now.isBefore(entry.at().plus(ENTRY_COUNTS))
                            ? Optional.of(earlier(entry, new Euros(entry.cents())))
                            : Optional.empty();
            case GrantApplication.Submitted submitted ->
                    Optional.of(earlier(entry, submitted.proposal().requested()));
            case GrantApplication.Supplementing waiting ->
                    Optional.of(earlier(entry, waiting.proposal().requested()));
            case GrantApplication.Withdrawn _, GrantApplication.Transferred _ -> Optional.empty();
            case GrantApplication.Deciding deciding ->
                    Optional.of(earlier(entry, deciding.proposal().requested()));
            case GrantApplication.Decided decided -> granted(entry, decided.decision());
            case GrantApplication.Revising revising ->
                    granted(
                            entry,
                            revising.next().granted().exceeds(revising.decision().granted())
                                    ? revising.next()
                                    : revising.decision());
        };
    }

    private static Optional<Earlier> granted(ApplicantYearDocument.Entry entry, Decision decision) {
        return decision.granted().cents() == 0
                ? Optional.empty()
                : Optional.of(earlier(entry, decision.granted()));
    }

    private static Earlier earlier(ApplicantYearDocument.Entry entry, Euros amount) {
        return new Earlier(
                entry.application(),
                new CallId(entry.call()),
                WireCodes.read(GrantKind.class, entry.kind()).orElse(GrantKind.GENERAL),
                amount,
                entry.isOfPartner());
    }

    private static String id(AssociationId applicant, int year) {
        return Tenancy.current() + ":" + year + ":" + applicant;
    }
}
