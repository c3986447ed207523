package fi.kumppani.grants;

import fi.kumppani.grants.applicant.AssociationForm;
import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.applicant.FakeRegistry;
import fi.kumppani.grants.call.ApplicationWindow;
import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.call.CallTerms;
import fi.kumppani.grants.call.DraftGrantCall;
import fi.kumppani.grants.call.GrantCall;
import fi.kumppani.grants.call.PublishGrantCall;
import fi.kumppani.grants.eligibility.Plan;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.ContactPoint;
import fi.kumppani.grants.grantapplication.DecideGrantApplication;
import fi.kumppani.grants.grantapplication.DecisionMaker;
import fi.kumppani.grants.grantapplication.FinishDecision;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.GrantApplications;
import fi.kumppani.grants.grantapplication.Proposal;
import fi.kumppani.grants.grantapplication.StartGrantApplication;
import fi.kumppani.grants.grantapplication.SubmitGrantApplication;
import fi.kumppani.grants.grantapplication.Verdict;
import fi.kumppani.grants.ledger.BudgetLedger;
import fi.kumppani.grants.ledger.LedgerId;
import fi.kumppani.grants.ledger.Ledgers;
import fi.kumppani.grants.ledger.ReadLedger;
import fi.kumppani.grants.scheme.Scheme;
import fi.kumppani.kit.ids.Ids;
import fi.kumppani.kit.journal.Journals;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.security.LinkSigner;
import fi.kumppani.kit.security.TestLinks;
import fi.kumppani.kit.store.AggregateCollections;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Insertion;
import fi.kumppani.kit.store.StoreIndexes;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.testing.TestCollections;
import fi.kumppani.kit.testing.TestJournals;
import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.data.mongodb.MongoDatabaseFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The service's use cases and its store, without web and Kafka: one process of several, or the one
 * that starts after a crash. It acts in Seinäjoki (743) unless told otherwise.
 */
public final class GrantsInstance implements AutoCloseable {

    public static final MunicipalityCode HERE = new MunicipalityCode("743");

    private static final Clock CLOCK = Clock.systemUTC();

    private final AnnotationConfigApplicationContext context;
    private final MunicipalityCode where;

    private GrantsInstance(AnnotationConfigApplicationContext context, MunicipalityCode where) {
        this.context = context;
        this.where = where;
    }

    /** The same process, in another municipality than Seinäjoki. */
    public GrantsInstance in(MunicipalityCode municipality) {
        return new GrantsInstance(context, municipality);
    }

    /** An instance on this store. */
    public static GrantsInstance on(MongoDatabaseFactory database, FakeRegistry registry) {
        var context = new AnnotationConfigApplicationContext();
        StoreIndexes indexes = new StoreIndexes(database);
        context.registerBean(MongoDatabaseFactory.class, () -> database);
        context.registerBean(StoreIndexes.class, () -> indexes);
        context.registerBean(Clock.class, () -> CLOCK);
        context.registerBean(Ids.class, () -> () -> UUID.randomUUID().toString());
        context.registerBean(FakeRegistry.class, () -> registry);
        context.registerBean(LinkSigner.class, TestLinks::signer);
        context.registerBean(Journals.class, () -> TestJournals.in(database, indexes, CLOCK));
        context.registerBean(
                AggregateCollections.class, () -> TestCollections.in(database, indexes, CLOCK));
        var scanner = new ClassPathBeanDefinitionScanner(context);
        scanner.addExcludeFilter(
                new RegexPatternTypeFilter(
                        Pattern.compile(
                                "fi\\.kumppani\\.grants\\.([A-Za-z]*|applicant\\..*"
                                        + "|.*\\.(web|contacts|schedule)\\..*"
                                        + "|.*\\.messaging\\.[A-Za-z]*Configuration)")));
        var _ = scanner.scan("fi.kumppani.grants");
        context.refresh();
        return new GrantsInstance(context, HERE);
    }

    /** One of its use cases or ports. */
    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /** A published call that is open now. */
    public CallId publishedCall(Euros budget, Euros cap) {
        return publishedCall(budget, cap, Scheme.PLAIN);
    }

    /** A published call with these grounds that is open now. */
    public CallId publishedCall(Euros budget, Euros cap, Scheme scheme) {
        Instant now = CLOCK.instant();
        var terms =
                new CallTerms(
                        LocalizedText.finnish("Kylien kehittämisraha"),
                        null,
                        null,
                        2026,
                        budget,
                        cap,
                        CallTerms.anyForm(),
                        new ApplicationWindow(
                                now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1))),
                        List.of(),
                        scheme);
        return Tenancy.callIn(
                where,
                () -> {
                    if (!(get(DraftGrantCall.class).draft(terms, null, request())
                            instanceof Insertion.Inserted<GrantCall>(var stored))) {
                        throw new IllegalStateException("Not drafted");
                    }
                    CallId id = stored.body().id();
                    var _ = get(PublishGrantCall.class).publish(id, OptionalLong.empty());
                    return id;
                });
    }

    /** A draft. */
    public ApplicationId started(CallId call, AssociationId association, Euros requested) {
        var proposal =
                new Proposal(
                        "Kyläjuhla",
                        null,
                        Plan.of(requested),
                        new ContactPoint(new EmailAddress("kyla@example.org"), Language.FI),
                        List.of());
        return Tenancy.callIn(
                where,
                () -> {
                    if (!(get(StartGrantApplication.class)
                                    .start(call, association, proposal, request())
                            instanceof StartGrantApplication.Result.Started(var stored))) {
                        throw new IllegalStateException("Not started");
                    }
                    return stored.body().filing().id();
                });
    }

    /** An application that arrived. */
    public ApplicationId submitted(CallId call, Euros requested) {
        AssociationId association =
                get(FakeRegistry.class)
                        .association(
                                UUID.randomUUID().toString(),
                                AssociationForm.REGISTERED_ASSOCIATION);
        ApplicationId draft = started(call, association, requested);
        submit(draft);
        return draft;
    }

    /** Hands a draft in. */
    public void submit(ApplicationId draft) {
        Tenancy.runIn(
                where,
                () -> {
                    if (!(get(SubmitGrantApplication.class).submit(draft, 1).orElseThrow()
                            instanceof SubmitGrantApplication.Result.Submitted)) {
                        throw new IllegalStateException("Not submitted");
                    }
                });
    }

    /** Has somebody decide. */
    public DecideGrantApplication.Result decide(
            ApplicationId application, Verdict verdict, Creation request) {
        return Tenancy.callIn(
                where,
                () ->
                        get(DecideGrantApplication.class)
                                .decide(
                                        application,
                                        verdict,
                                        DecisionMaker.SOME_OFFICIAL,
                                        "decision-maker",
                                        request)
                                .orElseThrow());
    }

    /** Looks at an application, and so finishes what was left of its decision. */
    public GrantApplication load(ApplicationId application) {
        return Tenancy.callIn(
                where, () -> get(FinishDecision.class).load(application).orElseThrow().body());
    }

    /** Looks at an application as it is kept. */
    public GrantApplication peek(ApplicationId application) {
        return Tenancy.callIn(
                where,
                () ->
                        get(GrantApplications.class)
                                .find(application)
                                .map(Stored::body)
                                .orElseThrow());
    }

    /** Looks at a ledger, and so finishes what was left open in it. */
    public BudgetLedger readLedger(CallId call) {
        return Tenancy.callIn(
                where, () -> get(ReadLedger.class).sums(new LedgerId(call.value())).orElseThrow());
    }

    /** Looks at a ledger as it is kept. */
    public BudgetLedger peekLedger(CallId call) {
        return Tenancy.callIn(
                where, () -> get(Ledgers.class).find(new LedgerId(call.value())).orElseThrow());
    }

    /** A request nobody made before. */
    public static Creation request() {
        return new Creation(UUID.randomUUID().toString(), "hash");
    }

    /** To grant this much. */
    public static Verdict grant(Euros amount) {
        return new Verdict.Grant(amount, List.of());
    }

    /** The states an application may be left in. */
    public static Set<Class<? extends GrantApplication>> settledStates() {
        return Set.of(GrantApplication.Submitted.class, GrantApplication.Decided.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
