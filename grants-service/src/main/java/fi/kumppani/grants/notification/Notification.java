package fi.kumppani.grants.notification;

import fi.kumppani.grants.deadline.TimeLimit;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.RevisionCause;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How those concerned were told of one decision (tiedoksianto), and until when they can claim a
 * revised one.
 *
 * @param application the application that was decided
 * @param decision which of its decisions, 1 for the first
 * @param onClaim whether it was decided on a claim for a revised decision, so that a court is the
 *     next to hear of it
 * @param decidedOn the day of the decision
 * @param statements what was done and turned out, in the order it was stated
 * @param earlier how those were told of the decisions that this one took the place of
 */
public record Notification(
        ApplicationId application,
        int decision,
        boolean onClaim,
        LocalDate decidedOn,
        List<Statement> statements,
        List<Past> earlier) {

    /** How those concerned were told of a decision that is no longer in force. */
    public record Past(int decision, LocalDate decidedOn, List<Statement> statements) {}

    /** A member of the municipality knows so long after publication (kuntalaki, 140 §). */
    public static final int PUBLICATION_IS_KNOWN_AFTER_DAYS = 7;

    /** Copies the lists. */
    public Notification {
        statements = List.copyOf(statements);
        earlier = List.copyOf(earlier);
    }

    /** A first decision of which nobody was told yet. */
    public static Notification of(ApplicationId application, LocalDate decidedOn) {
        return new Notification(application, 1, false, decidedOn, List.of(), List.of());
    }

    /** The decision in force, of which nobody was told yet. */
    public static Notification of(GrantApplication.Decided decided) {
        return new Notification(
                decided.filing().id(),
                decided.decisionNumber(),
                decided.decision().cause() == RevisionCause.CLAIM,
                decided.decision().request().decidedOn(),
                List.of(),
                List.of());
    }

    /**
     * As it is for the decision in force: of one that took the place of the one known here nobody
     * was told yet.
     */
    public Notification upTo(Notification inForce) {
        return inForce.decision <= decision
                ? this
                : new Notification(
                        application,
                        inForce.decision,
                        inForce.onClaim,
                        inForce.decidedOn,
                        List.of(),
                        Stream.concat(
                                        earlier.stream(),
                                        Stream.of(new Past(decision, decidedOn, statements)))
                                .toList());
    }

    /** The same with one more statement. */
    public Notification with(Statement statement) {
        return new Notification(
                application,
                decision,
                onClaim,
                decidedOn,
                Stream.concat(statements.stream(), Stream.of(statement)).toList(),
                earlier);
    }

    /** Why a statement cannot be true; empty when it can. */
    public Optional<Objection> objection(Statement statement, LocalDate today) {
        return switch (statement) {
            case Statement.Sent(_, var on, var consentedOn, _) ->
                    dayObjection(on, today)
                            .or(
                                    () ->
                                            consentedOn != null && consentedOn.isAfter(today)
                                                    ? Optional.of(Objection.IN_THE_FUTURE)
                                                    : Optional.empty());
            case Statement.Received(var on, _) ->
                    sending().isEmpty()
                            ? Optional.of(Objection.NOT_SENT)
                            : sentOn().filter(on::isBefore).isPresent()
                                    ? Optional.of(Objection.BEFORE_SENDING)
                                    : dayObjection(on, today);
            case Statement.Published(var on, _) -> dayObjection(on, today);
            case Statement.Mailed _, Statement.MailLost _ -> Optional.empty();
        };
    }

    private Optional<Objection> dayObjection(@Nullable LocalDate on, LocalDate today) {
        if (on == null) {
            return Optional.empty();
        }
        if (on.isBefore(decidedOn)) {
            return Optional.of(Objection.BEFORE_DECISION);
        }
        return on.isAfter(today) ? Optional.of(Objection.IN_THE_FUTURE) : Optional.empty();
    }

    /** How the party is told, by what was stated last. */
    public Optional<Statement.Sent> sending() {
        return last(Statement.Sent.class);
    }

    /** The day it was sent to the party; empty when it was not, as far as is known. */
    public Optional<LocalDate> sentOn() {
        return sending()
                .flatMap(
                        sent ->
                                sent.on() == null
                                        ? last(Statement.Mailed.class).map(Statement.Mailed::on)
                                        : Optional.of(sent.on()));
    }

    /** Whether the e-mail that was to tell the party will never arrive. */
    public boolean mailLost() {
        return sending().filter(sent -> sent.channel() == Channel.EMAIL).isPresent()
                && sentOn().isEmpty()
                && last(Statement.MailLost.class).isPresent();
    }

    /** The day on which the party knew: the one a receipt shows, else the one that is presumed. */
    public Optional<LocalDate> knownOn() {
        return last(Statement.Received.class)
                .map(Statement.Received::on)
                .or(() -> sending().flatMap(sent -> sentOn().map(sent.channel()::presumed)));
    }

    /** The last day on which the party can claim a revised decision, or appeal to a court. */
    public Optional<LocalDate> partyUntil() {
        return knownOn().map(limit()::lastDay);
    }

    /** The day it was put on the web. */
    public Optional<LocalDate> publishedOn() {
        return last(Statement.Published.class).map(Statement.Published::on);
    }

    /**
     * The last day on which a member of the municipality can do so; after it personal data leave
     * the web (kuntalaki, 140 §).
     */
    public Optional<LocalDate> membersUntil() {
        return publishedOn()
                .map(on -> on.plusDays(PUBLICATION_IS_KNOWN_AFTER_DAYS))
                .map(limit()::lastDay);
    }

    private TimeLimit limit() {
        return onClaim ? TimeLimit.MUNICIPAL_APPEAL : TimeLimit.CLAIM_FOR_REVISED_DECISION;
    }

    /**
     * The first day on which nobody can do so any more; empty while somebody was not told, because
     * then the time of the one who was not told has not begun. What is under way then is not seen
     * from here.
     */
    public Optional<LocalDate> finalFrom() {
        return partyUntil()
                .flatMap(
                        party ->
                                membersUntil()
                                        .map(members -> members.isAfter(party) ? members : party))
                .map(last -> last.plusDays(1));
    }

    /** Whether this was stated by the same source before. */
    boolean knows(Statement statement) {
        return statements.stream()
                .anyMatch(known -> known.source().by().equals(statement.source().by()));
    }

    private <S extends Statement> Optional<S> last(Class<S> kind) {
        return statements.reversed().stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }
}
