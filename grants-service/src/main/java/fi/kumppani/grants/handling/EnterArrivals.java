package fi.kumppani.grants.handling;

import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.diary.Diaries;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.GrantApplications;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.store.Stored;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.util.List;
import java.util.Map;

/**
 * Makes a row for each application that arrived, in the order of the diary, when somebody looks:
 * the diary knows what came, so nothing can be missed and nothing needs to be heard of.
 */
@Service
class EnterArrivals {

    private static final int AT_ONCE = 125;

    private final Diaries diaries;
    private final GrantApplications applications;
    private final Handlings handlings;

    EnterArrivals(Diaries diaries, GrantApplications applications, Handlings handlings) {
        this.diaries = diaries;
        this.applications = applications;
        this.handlings = handlings;
    }

    /** Has a row for everything that arrived for the call so far. */
    CallHandling enter(CallId call) {
        CallHandling known = handlings.of(call);
        while (true) {
            List<Diaries.Arrived> arrived =
                    diaries.arrivedFor(call.value(), known.entered(), AT_ONCE);
            if (arrived.isEmpty()) {
                return known;
            }
            handlings.enter(call, rows(call, arrived));
            CallHandling after = handlings.of(call);
            if (after.entered() == known.entered()) {
                return after;
            }
            known = after;
        }
    }

    private List<Handling> rows(CallId call, List<Diaries.Arrived> arrived) {
        Map<ApplicationId, Stored<GrantApplication>> found =
                applications.findAll(
                        arrived.stream()
                                .map(each -> new ApplicationId(each.applicationId()))
                                .toList());
        return arrived.stream()
                .map(
                        each -> {
                            var id = new ApplicationId(each.applicationId());
                            @Nullable Stored<GrantApplication> application = found.get(id);
                            return Handling.arrived(
                                    id,
                                    call,
                                    each.position(),
                                    application == null
                                            ? Euros.ZERO
                                            : application.body().proposal().requested());
                        })
                .toList();
    }
}
