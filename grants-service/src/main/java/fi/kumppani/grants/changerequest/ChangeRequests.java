package fi.kumppani.grants.changerequest;

import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.kit.store.Creation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that the grantee of one application asked to change; one waits at most. */
public record ChangeRequests(ApplicationId application, List<ChangeRequest> all) {

    /** Copies the list. */
    public ChangeRequests {
        all = List.copyOf(all);
    }

    /** Of a grant nobody asked to change. */
    public static ChangeRequests of(ApplicationId application) {
        return new ChangeRequests(application, List.of());
    }

    /** The terms in force, of a grant that was applied for with these. */
    public GrantTerms inForce(GrantTerms appliedFor) {
        GrantTerms terms = appliedFor;
        for (ChangeRequest each : all) {
            if (each.ending() instanceof ChangeRequest.Ending.Ruled ruled
                    && ruled.approved() != null) {
                terms = terms.with(ruled.approved());
            }
        }
        return terms;
    }

    /** The request with this number. */
    public Optional<ChangeRequest> find(int number) {
        return all.stream().filter(each -> each.number() == number).findFirst();
    }

    /** The one that was sent so. */
    Optional<ChangeRequest> sentBy(String key) {
        return all.stream().filter(each -> each.request().key().equals(key)).findFirst();
    }

    /** The one that waits. */
    Optional<ChangeRequest> open() {
        return all.stream().filter(each -> each.ending() == null).findFirst();
    }

    /** The same without the grantee's words. */
    public ChangeRequests withoutReasons() {
        return new ChangeRequests(
                application, all.stream().map(ChangeRequest::withoutReasons).toList());
    }

    ChangeRequests asking(GrantTerms wish, String reasons, Creation request, Instant now) {
        List<ChangeRequest> more = new ArrayList<>(all);
        more.add(new ChangeRequest(all.size() + 1, wish, reasons, now, request, null));
        return new ChangeRequests(application, more);
    }

    ChangeRequests ending(int number, ChangeRequest.Ending ending) {
        return new ChangeRequests(
                application,
                all.stream()
                        .map(each -> each.number() == number ? each.ended(ending) : each)
                        .toList());
    }
}
