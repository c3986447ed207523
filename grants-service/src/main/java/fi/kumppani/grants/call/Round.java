package fi.kumppani.grants.call;

import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A part of a call's window in which applications are taken (hakukierros).
 *
 * @param name what it is called; null when the times say enough
 * @param window when applications are taken
 * @param onlyIfMoneyIsLeft whether nothing is taken when everything was granted before it opened
 */
public record Round(
        @Nullable LocalizedText name, ApplicationWindow window, boolean onlyIfMoneyIsLeft) {

    /** Whether an application at this instant is in time. */
    public boolean isOpen(Instant now) {
        return window.isOpen(now);
    }
}
