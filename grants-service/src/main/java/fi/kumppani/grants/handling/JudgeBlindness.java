package fi.kumppani.grants.handling;

import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.call.GrantCalls;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.BlindRounds;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.scheme.Scheme;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Judges by the rows of handling; calls whose reviews are not blind cost nothing but their terms.
 * Of what has no row yet, nobody is told who applies.
 */
@Service
class JudgeBlindness implements BlindRounds {

    private final Handlings handlings;
    private final GrantCalls calls;

    JudgeBlindness(Handlings handlings, GrantCalls calls) {
        this.handlings = handlings;
        this.calls = calls;
    }

    @Override
    public Set<ApplicationId> of(Collection<GrantApplication> applications, String official) {
        return applications.stream()
                .filter(JudgeBlindness::isInRound)
                .collect(Collectors.groupingBy(each -> each.filing().call()))
                .entrySet()
                .stream()
                .flatMap(each -> ofCall(each.getKey(), each.getValue(), official).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A draft is in no round yet, and who is decided about is public. */
    private static boolean isInRound(GrantApplication application) {
        return switch (application) {
            case GrantApplication.Draft _,
                    GrantApplication.Decided _,
                    GrantApplication.Revising _ ->
                    false;
            case GrantApplication.Submitted _,
                    GrantApplication.Supplementing _,
                    GrantApplication.Withdrawn _,
                    GrantApplication.Transferred _,
                    GrantApplication.Deciding _ ->
                    true;
        };
    }

    private List<ApplicationId> ofCall(
            CallId call, List<GrantApplication> applications, String official) {
        Scheme scheme = calls.terms(call).scheme();
        CallHandling round = scheme.blindReview() ? handlings.of(call) : CallHandling.BEGINNING;
        if (!scheme.blindReview() || round.isClosed()) {
            return List.of();
        }
        List<ApplicationId> ids = applications.stream().map(each -> each.filing().id()).toList();
        Map<ApplicationId, Handling> rows = handlings.rows(ids);
        return ids.stream()
                .filter(
                        id -> {
                            @Nullable Handling row = rows.get(id);
                            return row == null || new Look(row, round, scheme).isBlindTo(official);
                        })
                .toList();
    }
}
