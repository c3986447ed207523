package fi.kumppani.grants.laterdecision;

import fi.kumppani.grants.changerequest.AskedChanges;
import fi.kumppani.grants.changerequest.ChangeRequest;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.notification.LaterDecisionDays;
import fi.kumppani.grants.notification.LaterDecisionId;
import fi.kumppani.grants.recovery.Recoveries;
import fi.kumppani.grants.recovery.RecoveryClaim;

import org.springframework.stereotype.Service;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the decisions about a grant that came after the one on its application. */
@Service
public class LaterDecisions implements LaterDecisionDays {

    private final AskedChanges changes;
    private final Recoveries recoveries;

    LaterDecisions(AskedChanges changes, Recoveries recoveries) {
        this.changes = changes;
        this.recoveries = recoveries;
    }

    /** All of them, of each kind in the order they were asked for. */
    public List<LaterDecision> of(ApplicationId application) {
        return Stream.of(LaterDecisionId.Kind.values())
                .flatMap(kind -> of(application, kind).stream())
                .toList();
    }

    /** The one with this name. */
    public Optional<LaterDecision> find(LaterDecisionId id) {
        return of(id.application(), id.kind()).stream()
                .filter(each -> each.id().equals(id))
                .findFirst();
    }

    @Override
    public Optional<LocalDate> decidedOn(LaterDecisionId id) {
        return find(id).map(LaterDecision::decidedOn);
    }

    /** The latest of a kind. */
    public Optional<LaterDecision> last(ApplicationId application, LaterDecisionId.Kind kind) {
        return of(application, kind).stream()
                .max(
                        Comparator.comparing(LaterDecision::decidedOn)
                                .thenComparingInt(each -> each.id().number()));
    }

    @Override
    public Optional<LaterDecisionId> latest(ApplicationId application, LaterDecisionId.Kind kind) {
        return last(application, kind).map(LaterDecision::id);
    }

    private List<LaterDecision> of(ApplicationId application, LaterDecisionId.Kind kind) {
        return switch (kind) {
            case CHANGE ->
                    changes.of(application).body().all().stream()
                            .flatMap(each -> ruled(application, each).stream())
                            .toList();
            case RECOVERY ->
                    recoveries.of(application).body().claims().stream()
                            .flatMap(each -> decided(application, each).stream())
                            .toList();
        };
    }

    private static Optional<LaterDecision> ruled(ApplicationId application, ChangeRequest request) {
        return request.ending() instanceof ChangeRequest.Ending.Ruled ruling
                ? Optional.of(
                        new LaterDecision.OnTerms(
                                new LaterDecisionId(
                                        application, LaterDecisionId.Kind.CHANGE, request.number()),
                                request,
                                ruling))
                : Optional.empty();
    }

    private static Optional<LaterDecision> decided(ApplicationId application, RecoveryClaim claim) {
        return claim.stage() instanceof RecoveryClaim.Stage.Decided decision
                ? Optional.of(
                        new LaterDecision.OnRecovery(
                                new LaterDecisionId(
                                        application, LaterDecisionId.Kind.RECOVERY, claim.number()),
                                claim,
                                decision))
                : Optional.empty();
    }
}
