package fi.kumppani.grants.openness;

import fi.kumppani.grants.applicant.Applicant;
import fi.kumppani.grants.applicant.Applicants;
import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.award.Award;
import fi.kumppani.grants.award.Awards;
import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.call.GrantCall;
import fi.kumppani.grants.call.GrantCalls;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.ListArrivedApplications;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.store.Stored;

import org.springframework.stereotype.Service;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Reads the decisions of the current municipality page by page, however many there are. */
@Service
public class ReadOpenDecisions {

    private static final int PAGE = 200;

    private final GrantCalls calls;
    private final ListArrivedApplications arrived;
    private final Applicants applicants;
    private final Awards awards;

    ReadOpenDecisions(
            GrantCalls calls,
            ListArrivedApplications arrived,
            Applicants applicants,
            Awards awards) {
        this.calls = calls;
        this.arrived = arrived;
        this.applicants = applicants;
        this.awards = awards;
    }

    /**
     * Shows each decision of a budget year, call by call in the order of arrival.
     *
     * @param year the budget year of the calls
     */
    public void forEach(int year, Consumer<OpenDecision> reader) {
        String after = "";
        List<Stored<GrantCall>> page;
        do {
            page = calls.list(after, PAGE);
            for (Stored<GrantCall> call : page) {
                if (call.body() instanceof GrantCall.Announced announced
                        && announced.terms().year() == year) {
                    forEach(announced, reader);
                }
            }
            after = page.isEmpty() ? after : page.getLast().id();
        } while (page.size() == PAGE);
    }

    private void forEach(GrantCall.Announced call, Consumer<OpenDecision> reader) {
        int after = 0;
        List<ListArrivedApplications.Row> page;
        do {
            page = arrived.list(call.id(), after, PAGE);
            show(
                    call,
                    page.stream()
                            .flatMap(row -> row.application().stream())
                            .flatMap(application -> application.decided().stream())
                            .toList(),
                    reader);
            after = page.isEmpty() ? after : page.getLast().position();
        } while (page.size() == PAGE);
    }

    private void show(
            GrantCall.Announced call,
            List<GrantApplication.Decided> decided,
            Consumer<OpenDecision> reader) {
        CallId id = call.id();
        Map<AssociationId, Applicant> known =
                applicants.findAll(
                        decided.stream()
                                .map(each -> each.filing().applicant())
                                .collect(Collectors.toSet()));
        Map<ApplicationId, Award> granted =
                awards.findAll(decided.stream().map(each -> each.filing().id()).toList());
        for (GrantApplication.Decided each : decided) {
            Award award = granted.get(each.filing().id());
            reader.accept(
                    new OpenDecision(
                            id,
                            call.terms(),
                            each,
                            known.get(each.filing().applicant()),
                            award == null ? Euros.ZERO : award.paid()));
        }
    }
}
