package fi.kumppani.newsletter.subscription.web;

import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.text.Language;
import fi.kumppani.newsletter.subscription.ConsentText;
import fi.kumppani.newsletter.subscription.CurrentConsent;
import fi.kumppani.newsletter.subscription.Subscription.Shown;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What somebody was shown before they agreed.
 *
 * @param version which text, as the list tells it
 * @param lang the language it was in
 * @param source the path of the page it was on
 */
record ShownRequest(
        @NotNull String version,
        @NotNull Language lang,
        @NotNull @Pattern(regexp = "[A-Za-z0-9/_.-]{1,100}") String source) {

    /**
     * What was shown, or the text there is now when nothing is said about it.
     *
     * @throws fi.kumppani.kit.problem.Problem when there never was such a text
     */
    static Shown shown(@Nullable ShownRequest request, Language reader, CurrentConsent current) {
        if (request == null) {
            return new Shown(current.version(), reader, "api");
        }
        if (!ConsentText.isKnown(request.version())) {
            throw Problems.invalid(
                    "consent.version", "unknown", "A list tells which text there is to agree to");
        }
        return new Shown(request.version(), request.lang(), request.source());
    }
}
