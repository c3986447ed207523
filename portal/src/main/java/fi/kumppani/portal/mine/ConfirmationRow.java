package fi.kumppani.portal.mine;

import fi.kumppani.portal.association.AssociationFacts;
import fi.kumppani.portal.ownassociation.OwnAssociations;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.Told;

import org.jspecify.annotations.Nullable;

/**
 * An association that was asked to say that its data are right.
 *
 * @param asked the day it was
 * @param href where it says so
 */
record ConfirmationRow(Told name, @Nullable String asked, String href) {

    static ConfirmationRow of(String code, AssociationFacts facts, Language language) {
        return new ConfirmationRow(
                facts.name().told(language),
                facts.confirmationAskedOn() == null
                        ? null
                        : Formats.day(facts.confirmationAskedOn(), language),
                OwnAssociations.path(code, facts.id()));
    }
}
