package fi.kumppani.grants.handling;

import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.diary.Diaries;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.GrantApplications;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes a row for each application that arrived, in the order of the diary, when somebody looks:
 * the diary knows what came, so nothing can be missed and nothing needs to be heard of. Of many who
 * look at once, one does it for all.
 */
@Service
class EnterArrivals {

    private static final int AT_ONCE = 125;

    private final Diaries diaries;
    private final GrantApplications applications;
    private final Handlings handlings;
    private final Map<Place, CompletableFuture<CallHandling>> underWay = new ConcurrentHashMap<>();

    EnterArrivals(Diaries diaries, GrantApplications applications, Handlings handlings) {
        this.diaries = diaries;
        this.applications = applications;
        this.handlings = handlings;
    }

    /** Has a row for everything that arrived for the call so far. */
    CallHandling enter(CallId call) {
        Place place = new Place(Tenancy.current(), call);
        CallHandling known = handlings.of(call);
        while (!arrived(call, known).isEmpty()) {
            CompletableFuture<CallHandling> own = new CompletableFuture<>();
            CompletableFuture<CallHandling> other = underWay.putIfAbsent(place, own);
            CallHandling after = other == null ? enterAlone(place, known, own) : other.join();
            if (other == null && after.entered() == known.entered()) {
                return after;
            }
            known = after;
        }
        return known;
    }

    /** Tells those who wait how far it is, also when it fails: then it is for them to go on. */
    private CallHandling enterAlone(
            Place place, CallHandling before, CompletableFuture<CallHandling> told) {
        CallHandling known = before;
        try {
            while (true) {
                List<Diaries.Arrived> arrived = arrived(place.call(), known);
                if (!arrived.isEmpty()) {
                    handlings.enter(place.call(), rows(place.call(), arrived));
                }
                CallHandling after = handlings.of(place.call());
                if (after.entered() == known.entered()) {
                    return after;
                }
                known = after;
            }
        } finally {
            underWay.remove(place);
            told.complete(known);
        }
    }

    private List<Diaries.Arrived> arrived(CallId call, CallHandling known) {
        return diaries.arrivedFor(call.value(), known.entered(), AT_ONCE);
    }

    private record Place(MunicipalityCode municipality, CallId call) {}

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
