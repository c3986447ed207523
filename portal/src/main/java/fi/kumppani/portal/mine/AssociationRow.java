package fi.kumppani.portal.mine;

import fi.kumppani.portal.application.OwnFacts;
import fi.kumppani.portal.association.AssociationFacts;
import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.ownassociation.OwnAssociations;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.Told;

import org.jspecify.annotations.Nullable;

/**
 * An association with what the registry knows of it.
 *
 * @param href its public page; null where the registry of this municipality does not know it
 * @param write where its data are written; null for who may not
 * @param rights where its rights are given and taken; null for who may not
 * @param away whether the registry does not answer
 */
record AssociationRow(
        Told name,
        @Nullable String href,
        @Nullable String write,
        @Nullable String rights,
        @Nullable String registerNumber,
        @Nullable String businessId,
        boolean dissolved,
        boolean passive,
        boolean away) {

    static AssociationRow of(
            String code,
            OwnFacts.Association association,
            Answer<AssociationFacts> answer,
            boolean writes,
            boolean administers,
            Language language) {
        AssociationFacts facts = answer.found().orElse(null);
        return facts == null
                ? new AssociationRow(
                        association.told(language),
                        null,
                        null,
                        null,
                        null,
                        null,
                        false,
                        false,
                        !(answer instanceof Answer.Missing<AssociationFacts>))
                : new AssociationRow(
                        facts.name().told(language),
                        "/m/" + code + "/associations/" + association.id(),
                        writes ? OwnAssociations.path(code, association.id()) : null,
                        administers
                                ? OwnAssociations.path(code, association.id()) + "/rights"
                                : null,
                        facts.registerNumber(),
                        facts.businessId(),
                        facts.isDissolved(),
                        Boolean.FALSE.equals(facts.active()),
                        false);
    }
}
