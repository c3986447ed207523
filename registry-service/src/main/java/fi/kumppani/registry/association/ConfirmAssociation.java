package fi.kumppani.registry.association;

import fi.kumppani.kit.time.FinnishTime;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/** An association says that what is known of it is right. */
@Service
public class ConfirmAssociation {

    private final Associations associations;
    private final Clock clock;

    ConfirmAssociation(Associations associations, Clock clock) {
        this.associations = associations;
        this.clock = clock;
    }

    /**
     * Notes the day; the same day again changes nothing and is told to nobody.
     *
     * @param version the version whose facts are right
     * @throws fi.kumppani.kit.store.StaleVersionException when another version is current
     */
    public Outcome confirm(String id, long version) {
        LocalDate today = FinnishTime.today(clock);
        return associations.change(id, version, association -> step(association, today));
    }

    private static Step step(Association association, LocalDate today) {
        return switch (association) {
            case Association.Dissolved _ -> new Step.Refuse(Refusal.DISSOLVED);
            case Association.Living same
                    when same.upkeep().confirmedOn().equals(Optional.of(today)) ->
                    new Step.Stay();
            case Association.Living living ->
                    new Step.Take(new News.Changed(living.with(living.upkeep().confirmed(today))));
        };
    }
}
