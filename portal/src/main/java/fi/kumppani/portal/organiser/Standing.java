package fi.kumppani.portal.organiser;

import fi.kumppani.portal.event.EventFacts;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.LocalizedText;
import fi.kumppani.portal.reader.Told;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How an event stands for those who look after it.
 *
 * @param situation as a code; {@code draft} where nobody else sees it
 * @param reason why it is cancelled or postponed
 * @param seats how many have one, wait, and are free; none where one does not register here
 * @param people how many have registered
 * @param editable whether it can be written anew
 * @param announced whether others see it
 * @param begun whether it has begun
 * @param needed how many must come; none where no number is set
 * @param moves what can be done with it
 */
record Standing(
        String situation,
        @Nullable Told reason,
        EventFacts.@Nullable Seats seats,
        long people,
        @Nullable String deadline,
        boolean editable,
        boolean announced,
        boolean begun,
        @Nullable Integer needed,
        List<String> moves) {

    private static final String DRAFT = "draft";
    private static final Set<String> SITUATIONS =
            Set.of(
                    DRAFT,
                    "not-yet-open",
                    "open",
                    "full",
                    "closed",
                    "postponed",
                    "held",
                    "archived",
                    "cancelled");

    static Standing of(EventFacts event, Instant now, Language language) {
        EventFacts.Seats seats = event.seats();
        Integer confirmed = seats == null ? null : seats.confirmed();
        boolean isDraft = event.status().equals(DRAFT);
        return new Standing(
                situation(event),
                LocalizedText.maybe(
                        event.isCancelled()
                                ? event.cancellationReason()
                                : event.postponementReason(),
                        language),
                seats,
                seats == null ? 0 : seats.waiting() + (confirmed == null ? 0 : confirmed),
                event.registrationDeadline() == null
                        ? null
                        : Formats.moment(event.registrationDeadline(), language),
                !event.isCancelled(),
                !isDraft,
                !event.startsAt().isAfter(now),
                event.minimum() == null ? null : event.minimum().atLeast(),
                moves(event, now));
    }

    /** How an event stands, as a code that has a text. */
    static String situation(EventFacts event) {
        String told = event.situation();
        return event.status().equals(DRAFT)
                ? DRAFT
                : told != null && SITUATIONS.contains(told) ? told : "closed";
    }

    private static List<String> moves(EventFacts event, Instant now) {
        boolean isOver = !event.endsAt().isAfter(now);
        List<String> moves = new ArrayList<>();
        switch (event.status()) {
            case DRAFT -> {
                if (!isOver) {
                    moves.add("publication");
                }
                moves.add("removal");
            }
            case "published" ->
                    moves.addAll(
                            isOver ? List.of("archive") : List.of("postponement", "cancellation"));
            case "postponed" -> moves.add("cancellation");
            default -> {}
        }
        return List.copyOf(moves);
    }
}
