package fi.kumppani.events.event.web;

import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;

/**
 * Whether enough come.
 *
 * @param held whether the event is held
 */
record DecisionRequest(@NotNull @Nullable Boolean held) {

    boolean isHeld() {
        return Boolean.TRUE.equals(held);
    }
}
