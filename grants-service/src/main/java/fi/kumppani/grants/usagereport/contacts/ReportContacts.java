package fi.kumppani.grants.usagereport.contacts;

import fi.kumppani.grants.applicant.Applicants;
import fi.kumppani.grants.award.Awards;
import fi.kumppani.grants.call.GrantCalls;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.ContactPoint;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.GrantApplications;
import fi.kumppani.grants.scheme.Scheme;
import fi.kumppani.grants.usagereport.DueReport;
import fi.kumppani.grants.usagereport.Stage;
import fi.kumppani.grants.usagereport.UsageReports;
import fi.kumppani.kit.contacts.Contact;
import fi.kumppani.kit.contacts.ContactRequest;
import fi.kumppani.kit.contacts.ContactSource;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.time.FinnishTime;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whom the mails about usage reports go to. Who has handed it in meanwhile is not written to any
 * more.
 */
@Component
class ReportContacts implements ContactSource {

    private static final String DUE = "grant-report-due";
    private static final String OVERDUE = "grant-report-overdue";
    private static final String SUPPLEMENT = "grant-report-supplement";
    private static final String CONCLUDED = "grant-report-concluded";

    private final GrantApplications applications;
    private final UsageReports reports;
    private final GrantCalls calls;
    private final Awards awards;
    private final Applicants applicants;
    private final Clock clock;

    ReportContacts(
            GrantApplications applications,
            UsageReports reports,
            GrantCalls calls,
            Awards awards,
            Applicants applicants,
            Clock clock) {
        this.applications = applications;
        this.reports = reports;
        this.calls = calls;
        this.awards = awards;
        this.applicants = applicants;
        this.clock = clock;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(DUE, OVERDUE, SUPPLEMENT, CONCLUDED);
    }

    @Override
    public Map<String, Contact> find(List<ContactRequest> requests) {
        Map<ApplicationId, Stored<GrantApplication>> found =
                applications.findAll(
                        requests.stream()
                                .map(request -> new ApplicationId(request.subject()))
                                .distinct()
                                .toList());
        Map<String, Contact> contacts = new HashMap<>();
        for (ContactRequest request : requests) {
            Optional.ofNullable(found.get(new ApplicationId(request.subject())))
                    .flatMap(each -> each.body().decided())
                    .flatMap(decided -> contact(request.kind(), decided))
                    .ifPresent(contact -> contacts.put(request.id(), contact));
        }
        return contacts;
    }

    private Optional<Contact> contact(String kind, GrantApplication.Decided decided) {
        ContactPoint contact = decided.proposal().contact();
        Scheme scheme = calls.terms(decided.filing().call()).scheme();
        if (contact == null || scheme.report() == null) {
            return Optional.empty();
        }
        return reports.find(decided.filing().id())
                .map(
                        report ->
                                new DueReport(
                                        report.body(),
                                        decided,
                                        scheme,
                                        awards.find(decided.filing().id()).body()))
                .flatMap(due -> facts(kind, due))
                .map(facts -> contact.about(decided.filing().id(), Map.of(), facts));
    }

    private Optional<Map<String, Object>> facts(String kind, DueReport due) {
        Map<String, Object> facts = new HashMap<>();
        Stage stage = due.report().stage();
        boolean isOverdue = due.overdueSince(FinnishTime.today(clock)).isPresent();
        boolean isRight =
                switch (kind) {
                    case DUE -> due.dueOn().isPresent() && !isOverdue;
                    case OVERDUE -> isOverdue;
                    case SUPPLEMENT -> stage instanceof Stage.Supplementing;
                    default -> due.report().conclusion().isPresent();
                };
        if (!isRight) {
            return Optional.empty();
        }
        if (stage instanceof Stage.Supplementing(var asked)) {
            facts.put("supplement", asked.what());
            facts.put("supplementBy", asked.dueOn());
        } else {
            due.dueOn().ifPresent(day -> facts.put("reportBy", day));
        }
        due.report()
                .conclusion()
                .ifPresent(
                        check -> {
                            facts.put("accepted", check.accepted());
                            if (check.recover().cents() > 0) {
                                facts.put("recover", check.recover());
                            }
                        });
        facts.put("diaryNumber", due.decided().receipt().number().toString());
        facts.put("callTitle", calls.terms(due.decided().filing().call()).title());
        applicants
                .find(due.decided().filing().applicant())
                .ifPresent(each -> facts.put("associationName", each.name()));
        return Optional.of(facts);
    }
}
