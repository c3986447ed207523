package fi.kumppani.events.event.web;

import fi.kumppani.kit.problem.FieldErrors;
import fi.kumppani.kit.text.LocalizedText;

import jakarta.validation.constraints.NotNull;

/**
 * Why an event is called off, for everybody to read.
 *
 * @param reason at most 500 characters in each language
 */
record CancellationRequest(@NotNull LocalizedText reason) {

    private static final int LONGEST = 500;

    /** The reason, if it is not too long. */
    LocalizedText checked() {
        new FieldErrors().longest("reason", reason, LONGEST).throwIfAny();
        return reason;
    }
}
