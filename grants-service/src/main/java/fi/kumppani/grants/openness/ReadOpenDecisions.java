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

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
     * Where a decision is among all of a budget year.
     *
     * @param position among the arrivals of its call, from 1
     */
    public record Place(CallId call, int position) {}

    /** A decision and where it is. */
    public record Placed(Place place, OpenDecision decision) {}

    /**
     * Shows each decision of a budget year, call by call in the order of arrival.
     *
     * @param year the budget year of the calls
     */
    public void forEach(int year, Consumer<OpenDecision> reader) {
        List<Placed> page = list(year, null, PAGE);
        while (!page.isEmpty()) {
            page.forEach(each -> reader.accept(each.decision()));
            page = list(year, page.getLast().place(), PAGE);
        }
    }

    /**
     * Some of them, in the same order.
     *
     * @param after where the last one known is; null for the beginning
     * @param most how many, 1 or more
     */
    public List<Placed> list(int year, @Nullable Place after, int most) {
        List<Placed> found = new ArrayList<>();
        String known = "";
        if (after != null) {
            known = after.call().value();
            calls.announced(after.call()).ifPresent(call -> take(call, year, after, most, found));
        }
        List<Stored<GrantCall>> page;
        do {
            page = calls.list(known, PAGE);
            for (Stored<GrantCall> each : page) {
                if (each.body() instanceof GrantCall.Announced call) {
                    take(call, year, new Place(call.id(), 0), most, found);
                }
                known = each.id();
            }
        } while (found.size() < most && page.size() == PAGE);
        return found;
    }

    private void take(
            GrantCall.Announced call, int year, Place after, int most, List<Placed> found) {
        if (call.terms().year() != year) {
            return;
        }
        int position = after.position();
        List<ListArrivedApplications.Row> page;
        do {
            int wanted = most - found.size();
            if (wanted == 0) {
                return;
            }
            page = arrived.list(call.id(), position, PAGE);
            found.addAll(decidedAmong(call, page).stream().limit(wanted).toList());
            position = page.isEmpty() ? position : page.getLast().position();
        } while (page.size() == PAGE);
    }

    private List<Placed> decidedAmong(
            GrantCall.Announced call, List<ListArrivedApplications.Row> rows) {
        Map<Integer, GrantApplication.Decided> decided = new TreeMap<>();
        rows.forEach(
                row ->
                        row.application()
                                .flatMap(GrantApplication::decided)
                                .ifPresent(each -> decided.put(row.position(), each)));
        Map<AssociationId, Applicant> known =
                applicants.findAll(
                        decided.values().stream()
                                .flatMap(each -> each.matter().applicants().stream())
                                .collect(Collectors.toSet()));
        Map<ApplicationId, Award> granted =
                awards.findAll(decided.values().stream().map(each -> each.filing().id()).toList());
        return decided.entrySet().stream()
                .map(
                        each ->
                                new Placed(
                                        new Place(call.id(), each.getKey()),
                                        new OpenDecision(
                                                call.id(),
                                                call.terms(),
                                                each.getValue(),
                                                known.get(each.getValue().filing().applicant()),
                                                partners(each.getValue(), known),
                                                Optional.ofNullable(
                                                                granted.get(
                                                                        each.getValue()
                                                                                .filing()
                                                                                .id()))
                                                        .map(Award::paid)
                                                        .orElse(Euros.ZERO))))
                .toList();
    }

    private static List<AssociationId> partners(
            GrantApplication.Decided decided, Map<AssociationId, Applicant> known) {
        return decided.proposal().partners().ids().stream()
                .filter(id -> OpenApplicant.of(known.get(id)).isNamed())
                .toList();
    }
}
