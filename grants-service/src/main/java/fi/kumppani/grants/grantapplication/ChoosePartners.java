package fi.kumppani.grants.grantapplication;

import fi.kumppani.grants.applicant.Applicants;
import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.consortium.Partners;
import fi.kumppani.kit.store.Stored;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Associations apply together: the applicant names the others while it writes its draft, and each
 * says for itself that it takes part. The draft cannot be handed in before all have.
 */
@Service
public class ChoosePartners {

    private final GrantApplications applications;
    private final Applicants applicants;
    private final Clock clock;

    ChoosePartners(GrantApplications applications, Applicants applicants, Clock clock) {
        this.applications = applications;
        this.applicants = applicants;
        this.clock = clock;
    }

    /**
     * Names who applies together with the applicant; whoever is named again has joined as before.
     *
     * @param named each once, at most {@link Partners#MOST}
     * @param expected the version of the draft that was seen
     * @return empty when there is no such application
     */
    public Optional<Result> name(ApplicationId id, List<AssociationId> named, long expected) {
        Map<AssociationId, ?> known = applicants.findAll(named);
        List<AssociationId> unknown =
                named.stream().filter(each -> !known.containsKey(each)).toList();
        if (!unknown.isEmpty()) {
            return Optional.of(new Result.Unknown(unknown.getFirst()));
        }
        return applications.change(
                id,
                OptionalLong.of(expected),
                stored ->
                        named.contains(stored.body().filing().applicant())
                                ? Move.stay(new Result.Itself())
                                : change(stored, before -> before.named(named)));
    }

    /**
     * A partner takes part; said again, nothing changes.
     *
     * @return empty when there is no such application, or it does not name the association
     */
    public Optional<Result> join(ApplicationId id, AssociationId partner) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return changePartner(id, partner, before -> before.joined(partner, now));
    }

    /**
     * A partner takes part no more.
     *
     * @return empty when there is no such application, or it does not name the association
     */
    public Optional<Result> leave(ApplicationId id, AssociationId partner) {
        return changePartner(id, partner, before -> before.without(partner));
    }

    private Optional<Result> changePartner(
            ApplicationId id, AssociationId partner, Function<Partners, Partners> next) {
        return applications
                .<Optional<Result>>change(
                        id,
                        OptionalLong.empty(),
                        stored ->
                                stored.body().proposal().partners().find(partner).isEmpty()
                                        ? Move.stay(Optional.empty())
                                        : maybe(change(stored, next)))
                .flatMap(answer -> answer);
    }

    private static Move<Optional<Result>> maybe(Move<Result> move) {
        return new Move<>(move.next(), move.happenings(), Optional.of(move.answer()));
    }

    private static Move<Result> change(
            Stored<GrantApplication> stored, Function<Partners, Partners> change) {
        if (!(stored.body() instanceof GrantApplication.Draft draft)) {
            return Move.stay(new Result.Refused(Refusal.ALREADY_SUBMITTED));
        }
        Partners before = draft.proposal().partners();
        Partners next = change.apply(before);
        if (next.equals(before)) {
            return Move.stay(new Result.Kept(stored));
        }
        GrantApplication.Draft changed = draft.together(next);
        return Move.keep(changed, new Result.Kept(stored.after(0, changed)));
    }

    /** What came of it. */
    public sealed interface Result {

        /** The draft as it now is. */
        record Kept(Stored<GrantApplication> application) implements Result {}

        /** The registry has not told of one of them. */
        record Unknown(AssociationId association) implements Result {}

        /** The applicant is not its own partner. */
        record Itself() implements Result {}

        /** It stays as it was. */
        record Refused(Refusal reason) implements Result {}
    }
}
