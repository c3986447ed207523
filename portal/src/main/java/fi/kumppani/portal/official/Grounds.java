package fi.kumppani.portal.official;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Why somebody must keep out of a matter, as pages name it. */
final class Grounds {

    /** All of them, in the order of the law (hallintolaki 434/2003, 28 §). */
    static final List<String> ALL =
            List.of(
                    "own-statement",
                    "mandate",
                    "board-seat",
                    "employment",
                    "representation",
                    "close-person",
                    "special-benefit",
                    "other-ground");

    private Grounds() {}

    /** One of those that pages have words for. */
    static String known(@Nullable String ground) {
        return ground != null && ALL.contains(ground) ? ground : "other-ground";
    }
}
