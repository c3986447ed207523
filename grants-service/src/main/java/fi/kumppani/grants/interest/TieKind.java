package fi.kumppani.grants.interest;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** What ties a person to an association; its name in kebab case is the code in requests. */
public enum TieKind {
    BOARD_SEAT(Ground.BOARD_SEAT),
    EMPLOYMENT(Ground.EMPLOYMENT),
    REPRESENTATION(Ground.REPRESENTATION),
    CLOSE_PERSON(Ground.CLOSE_PERSON),
    SPECIAL_BENEFIT(Ground.SPECIAL_BENEFIT),
    OTHER_GROUND(Ground.OTHER_GROUND),
    /** To be a member and no more disqualifies nobody; it is written down for openness. */
    MEMBERSHIP(null);

    private final @Nullable Ground ground;

    TieKind(@Nullable Ground ground) {
        this.ground = ground;
    }

    /** The ground for disqualification that it is; empty when it is none. */
    public Optional<Ground> ground() {
        return Optional.ofNullable(ground);
    }
}
