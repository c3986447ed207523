package fi.kumppani.grants.retention;

import fi.kumppani.kit.store.Stored;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Says for how long the current municipality keeps its documents. */
@Service
public class ChooseRetention {

    private final UsualRetention usual;
    private final RetentionChoices choices;
    private final Clock clock;

    ChooseRetention(UsualRetention usual, RetentionChoices choices, Clock clock) {
        this.usual = usual;
        this.choices = choices;
        this.clock = clock;
    }

    /** The schedule in force. */
    public Stored<RetentionSchedule> schedule() {
        Stored<List<RetentionChoice>> chosen = choices.all();
        return chosen.with(new RetentionSchedule(usual.rules(), chosen.body()));
    }

    /**
     * Chooses another time for a kind; what is past it is erased with the next sweep.
     *
     * @param by who records it, as the identity provider's opaque {@code sub}
     * @param seen the version that was seen
     * @throws fi.kumppani.kit.store.StaleVersionException when another version is current
     */
    public Choosing choose(DocumentKind kind, Period kept, String decidedIn, String by, long seen) {
        RetentionRule rule = schedule().body().rule(kind);
        if (rule.kept() == null) {
            return new Choosing.KeptForEver();
        }
        var objection = RetentionRule.objection(kept, rule.atLeast());
        if (objection.isPresent()) {
            return new Choosing.Unlawful(objection.get());
        }
        choices.add(
                new RetentionChoice(
                        kind, kept, decidedIn, by, clock.instant().truncatedTo(ChronoUnit.MILLIS)),
                seen);
        return new Choosing.Chosen();
    }

    /** What came of it. */
    public sealed interface Choosing {

        /** It is so now. */
        record Chosen() implements Choosing {}

        /** Documents of this kind are kept for ever. */
        record KeptForEver() implements Choosing {}

        /** That time cannot be chosen. */
        record Unlawful(RetentionRule.Objection why) implements Choosing {}
    }
}
