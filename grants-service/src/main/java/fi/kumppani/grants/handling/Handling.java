package fi.kumppani.grants.handling;

import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.kit.money.Euros;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How far an application is handled. What is decided about it stands in the application itself.
 *
 * @param application the application
 * @param call the call it answers
 * @param position its place among those that arrived for the call, from 1
 * @param requested what it asks for
 * @param assignment whose work it is; null when nobody's
 * @param reviews in the order they were first given, one for each reviewer
 * @param closedAt when its own review round was closed; null while that of the call alone counts
 * @param revision counts the changes of assignment and round, from 1
 */
public record Handling(
        ApplicationId application,
        CallId call,
        int position,
        Euros requested,
        @Nullable Assignment assignment,
        List<Review> reviews,
        @Nullable Instant closedAt,
        long revision) {

    /** Copies the list. */
    public Handling {
        reviews = List.copyOf(reviews);
    }

    /** An application that arrived, and that nobody has looked at. */
    public static Handling arrived(
            ApplicationId application, CallId call, int position, Euros requested) {
        return new Handling(application, call, position, requested, null, List.of(), null, 1);
    }

    private boolean isBegun() {
        return assignment != null || counting() > 0;
    }

    /** How many reviews count. */
    public long counting() {
        return reviews.stream().filter(each -> !each.disregarded()).count();
    }

    /** How far it is. */
    public State state() {
        if (isClosed()) {
            return State.REVIEWED;
        }
        return isBegun() ? State.IN_HANDLING : State.WAITING;
    }

    /** How far an application is handled; its name in kebab case is the code in answers. */
    public enum State {
        WAITING,
        IN_HANDLING,
        REVIEWED
    }

    /** Whether its own review round was closed. */
    public boolean isClosed() {
        return closedAt != null;
    }

    /** The review of this person, if it counts. */
    public Optional<Review> reviewOf(String reviewer) {
        return reviews.stream()
                .filter(each -> each.reviewer().equals(reviewer) && !each.disregarded())
                .findFirst();
    }

    /**
     * The reviews this person may read: all of them after the round or after they gave their own,
     * and none before.
     *
     * @param roundOver whether the call's round is closed
     */
    public List<Review> visibleTo(String reader, boolean roundOver) {
        return roundOver || isClosed() || reviewOf(reader).isPresent() ? reviews : List.of();
    }

    /** Those who take part, as far as what they did counts. */
    public Stream<Participant> participants() {
        Stream<Participant> reviewing =
                reviews.stream()
                        .filter(each -> !each.disregarded())
                        .map(each -> new Participant(each.reviewer(), each.firstGivenAt()));
        return assignment == null
                ? reviewing
                : Stream.concat(
                        Stream.of(new Participant(assignment.officer(), assignment.since())),
                        reviewing);
    }

    /**
     * Somebody who takes part.
     *
     * @param since from when on
     */
    public record Participant(String subject, Instant since) {}

    Handling assigned(@Nullable Assignment next) {
        return new Handling(
                application, call, position, requested, next, reviews, closedAt, revision + 1);
    }

    Handling reviewed(Review given) {
        boolean first = reviewOf(given.reviewer()).isEmpty();
        return with(
                first
                        ? Stream.concat(reviews.stream(), Stream.of(given)).toList()
                        : reviews.stream()
                                .map(
                                        each ->
                                                each.reviewer().equals(given.reviewer())
                                                                && !each.disregarded()
                                                        ? given
                                                        : each)
                                .toList());
    }

    Handling closed(Instant now) {
        return new Handling(
                application, call, position, requested, assignment, reviews, now, revision + 1);
    }

    /**
     * The same without this person: nothing is assigned to them, and their review counts no more.
     */
    Handling without(String subject) {
        Handling released =
                assignment != null && assignment.officer().equals(subject) ? assigned(null) : this;
        return released.with(
                reviews.stream()
                        .map(each -> each.reviewer().equals(subject) ? each.disregard() : each)
                        .toList());
    }

    private Handling with(List<Review> next) {
        return new Handling(
                application, call, position, requested, assignment, next, closedAt, revision);
    }
}
