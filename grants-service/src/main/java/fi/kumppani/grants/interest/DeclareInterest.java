package fi.kumppani.grants.interest;

import fi.kumppani.grants.applicant.Applicants;
import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.kit.store.Stored;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** A person declares a tie to an association, or states when one ends. */
@Service
public class DeclareInterest {

    private final Declarations declarations;
    private final Applicants applicants;
    private final List<Casework> casework;
    private final Clock clock;

    DeclareInterest(
            Declarations declarations,
            Applicants applicants,
            List<Casework> casework,
            Clock clock) {
        this.declarations = declarations;
        this.applicants = applicants;
        this.casework = casework;
        this.clock = clock;
    }

    /**
     * Declares a tie. What is declared already under this id stays as it is.
     *
     * @param id of the tie, chosen by who declares it
     * @param from its first day
     * @param until its last day, not before the first; null when none is known
     */
    public Result declare(
            String subject,
            String id,
            AssociationId association,
            TieKind kind,
            LocalDate from,
            @Nullable LocalDate until) {
        if (until != null && until.isBefore(from)) {
            return new Result.EndsBeforeItBegins();
        }
        if (applicants.find(association).isEmpty()) {
            return new Result.AssociationUnknown();
        }
        Tie tie = new Tie(id, association, kind, from, until, now(), List.of());
        Stored<Declaration> after =
                declarations.change(
                        subject,
                        OptionalLong.empty(),
                        known ->
                                known.tie(id).isPresent() || known.ties().size() >= Declaration.MOST
                                        ? Optional.empty()
                                        : Optional.of(known.with(tie)));
        Optional<Tie> kept = after.body().tie(id);
        if (kept.isEmpty()) {
            return new Result.Full();
        }
        if (!isSame(kept.get(), tie)) {
            return new Result.OtherwiseDeclared();
        }
        casework.forEach(each -> each.reconsider(subject, association));
        return new Result.Kept(after);
    }

    private static boolean isSame(Tie kept, Tie asked) {
        return kept.association().equals(asked.association())
                && kept.kind() == asked.kind()
                && kept.from().equals(asked.from())
                && Objects.equals(kept.foreseenUntil(), asked.foreseenUntil());
    }

    /**
     * States when a tie ends; stated again, the last statement counts and the ones before stay.
     *
     * @param until its last day, not before its first; null to say that it goes on after all
     * @param seen the version of the declaration that the person has seen
     * @return empty when there is no such tie
     */
    public Optional<Result> end(String subject, String id, @Nullable LocalDate until, long seen) {
        Optional<Tie> known = declarations.find(subject).flatMap(found -> found.body().tie(id));
        if (known.isEmpty()) {
            return Optional.empty();
        }
        if (until != null && until.isBefore(known.get().from())) {
            return Optional.of(new Result.EndsBeforeItBegins());
        }
        Tie.End end = new Tie.End(until, now());
        Stored<Declaration> after =
                declarations.change(
                        subject, OptionalLong.of(seen), each -> Optional.of(each.ending(id, end)));
        casework.forEach(each -> each.reconsider(subject, known.get().association()));
        return Optional.of(new Result.Kept(after));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** What came of it. */
    public sealed interface Result {

        /** It is declared. */
        record Kept(Stored<Declaration> declaration) implements Result {}

        /** The registry has not told of this association. */
        record AssociationUnknown() implements Result {}

        /** The last day is before the first. */
        record EndsBeforeItBegins() implements Result {}

        /** Something else is declared under this id; what is declared stays. */
        record OtherwiseDeclared() implements Result {}

        /** The person has declared {@link Declaration#MOST} ties. */
        record Full() implements Result {}
    }
}
