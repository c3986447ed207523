package fi.kumppani.registry.mandate;

import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.tenancy.Tenancy;

import org.springframework.stereotype.Service;

import java.util.Optional;

/**
 * Knows who gives and takes the rights of an association: coordinators of the municipality, and the
 * association's main users, whatever their token says of municipalities.
 */
@Service
public class RightsKeepers {

    private final Mandates mandates;

    RightsKeepers(Mandates mandates) {
        this.mandates = mandates;
    }

    /** As whom the person gives and takes them in the current municipality; empty if not at all. */
    public Optional<Actor> actor(CurrentUser user, String associationId) {
        if (coordinates(user)) {
            return Optional.of(new Actor(user.subject(), Capacity.COORDINATOR));
        }
        return Optional.of(new Actor(user.subject(), Capacity.MAIN_USER))
                .filter(actor -> mayStill(actor, associationId).isPresent());
    }

    /**
     * The same person, if they give and take rights as they did then. Whether somebody is still a
     * coordinator is not known here, so of these it is taken for granted.
     */
    public Optional<Actor> mayStill(Actor actor, String associationId) {
        return Optional.of(actor)
                .filter(
                        each ->
                                each.capacity() == Capacity.COORDINATOR
                                        || mandates.holds(
                                                each.subject(),
                                                associationId,
                                                MandateModule.ADMINISTRATION));
    }

    private static boolean coordinates(CurrentUser user) {
        return user.actsIn(Tenancy.current()) && user.hasAnyOf(Role.COORDINATOR);
    }
}
