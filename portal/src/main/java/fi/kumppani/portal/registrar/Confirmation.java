package fi.kumppani.portal.registrar;

import fi.kumppani.portal.association.AssociationFacts;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.reader.Language;

import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

import java.time.LocalDate;

/**
 * When an association said that its data are right, as pages show it.
 *
 * @param confirmed the day it last did; null when it never did
 * @param asked the day it was asked, when it has not answered
 */
public record Confirmation(@Nullable String confirmed, @Nullable String asked) {

    /** How it stands with an association. */
    static Confirmation of(AssociationFacts facts, Language language) {
        return new Confirmation(
                day(facts.confirmedOn(), language),
                facts.isAwaited() ? day(facts.confirmationAskedOn(), language) : null);
    }

    /** Puts it on the page. */
    public static void put(AssociationFacts facts, Language language, Model model) {
        model.addAttribute("confirmation", of(facts, language));
    }

    private static @Nullable String day(@Nullable LocalDate day, Language language) {
        return day == null ? null : Formats.day(day, language);
    }
}
