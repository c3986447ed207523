package fi.kumppani.events.event.web;

import jakarta.validation.constraints.NotNull;

/**
 * Whether enough come.
 *
 * @param held whether the event is held
 */
record DecisionRequest(@NotNull Boolean held) {

    boolean isHeld() {
        return held;
    }
}
