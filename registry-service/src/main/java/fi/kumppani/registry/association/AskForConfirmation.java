package fi.kumppani.registry.association;

import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.time.FinnishTime;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Asks associations to say that what is known of them is right. */
@Service
public class AskForConfirmation {

    private static final int AT_ONCE = 500;
    private static final int DAYS_BETWEEN = 30;

    private final Associations associations;
    private final Clock clock;

    AskForConfirmation(Associations associations, Clock clock) {
        this.associations = associations;
        this.clock = clock;
    }

    /**
     * How many were asked.
     *
     * @param asked all of them
     * @param withoutContact those of them that no mail can reach, as no address is known
     */
    public record Asked(int asked, int withoutContact) {

        private static final Asked NONE = new Asked(0, 0);

        private Asked and(Association association) {
            return new Asked(
                    asked + 1, withoutContact + (association.upkeep().contact().isEmpty() ? 1 : 0));
        }
    }

    /**
     * Asks one, at most once a day.
     *
     * @param version the version the coordinator has seen
     * @throws fi.kumppani.kit.store.StaleVersionException when another version is current
     */
    public Outcome ask(String id, long version) {
        LocalDate today = FinnishTime.today(clock);
        return associations.change(
                id,
                version,
                association ->
                        switch (association) {
                            case Association.Dissolved _ -> new Step.Refuse(Refusal.DISSOLVED);
                            case Association.Living living when isAskedOn(living, today) ->
                                    new Step.Stay();
                            case Association.Living living -> asking(living, today);
                        });
    }

    /**
     * Asks all active ones of the current municipality that have said nothing for a year, unless
     * they were asked within thirty days: who does so twice asks once.
     */
    public Asked askAll() {
        return askEach(
                (living, today) ->
                        living.upkeep().isDue(today)
                                && living.upkeep()
                                        .askedOn()
                                        .filter(day -> day.plusDays(DAYS_BETWEEN).isAfter(today))
                                        .isEmpty());
    }

    /**
     * Asks those active ones of the current municipality that have said nothing for a year and were
     * not asked for a year; the first time a year after they were registered.
     */
    public Asked askYearly() {
        return askEach(
                (living, today) ->
                        living.upkeep().isDue(today)
                                && !living.upkeep()
                                        .askedOn()
                                        .orElseGet(() -> knownSince(living))
                                        .plusYears(1)
                                        .isAfter(today));
    }

    private static LocalDate knownSince(Association association) {
        return association
                .upkeep()
                .confirmedOn()
                .orElseGet(() -> FinnishTime.dayOf(association.origin().registeredAt()));
    }

    private Asked askEach(BiPredicate<Association.Living, LocalDate> wanted) {
        LocalDate today = FinnishTime.today(clock);
        Asked asked = Asked.NONE;
        List<Stored<Association>> some = associations.list("", AT_ONCE);
        while (!some.isEmpty()) {
            for (Stored<Association> each : some) {
                if (step(each.body(), today, wanted) instanceof Step.Take
                        && associations.change(
                                        each.id(), association -> step(association, today, wanted))
                                instanceof Outcome.Kept(var kept)
                        && isAskedOn(kept.body(), today)) {
                    asked = asked.and(kept.body());
                }
            }
            some = associations.list(some.getLast().id(), AT_ONCE);
        }
        return asked;
    }

    private static Step step(
            Association association,
            LocalDate today,
            BiPredicate<Association.Living, LocalDate> wanted) {
        return switch (association) {
            case Association.Living living
                    when living.facts().active() && wanted.test(living, today) ->
                    asking(living, today);
            case Association.Living _, Association.Dissolved _ -> new Step.Stay();
        };
    }

    private static Step asking(Association.Living living, LocalDate today) {
        return new Step.Take(new News.ConfirmationAsked(living.with(living.upkeep().asked(today))));
    }

    private static boolean isAskedOn(Association association, LocalDate day) {
        return association.upkeep().askedOn().equals(Optional.of(day));
    }
}
