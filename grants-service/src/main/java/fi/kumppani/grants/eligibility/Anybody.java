package fi.kumppani.grants.eligibility;

import fi.kumppani.grants.applicant.Applicant;
import fi.kumppani.grants.applicant.AssociationForm;
import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.util.EnumSet;
import java.util.Set;

/**
 * An association of which no more is known than what somebody says of it.
 *
 * @param form what kind of community it is; null when not said
 * @param homeHere whether it is at home in the municipality that grants; null when not said
 */
public record Anybody(@Nullable AssociationForm form, @Nullable Boolean homeHere) {

    /** What the municipality knows of an association, and nobody is asked to say. */
    private static final Set<Ground> ABOUT_THE_ASSOCIATION =
            EnumSet.of(
                    Ground.ASSOCIATION_KNOWN,
                    Ground.ASSOCIATION_ACTIVE,
                    Ground.ONE_CALL_OF,
                    Ground.AT_MOST,
                    Ground.NO_OVERDUE_REPORT,
                    Ground.TOGETHER,
                    Ground.CAP_PER_APPLICANT);

    /** No municipality has this code. */
    private static final MunicipalityCode ELSEWHERE = new MunicipalityCode("000");

    private static final AssociationId NOBODY = new AssociationId("-");

    /** An association of which all that was not said is as the call wants it. */
    Applicant atBest(MunicipalityCode here) {
        return new Applicant(
                NOBODY,
                new LocalizedText("-", null, null),
                form == null ? AssociationForm.OTHER : form,
                Boolean.FALSE.equals(homeHere) ? ELSEWHERE : here,
                true);
    }

    /** What a rule answers as long as no more is known: never yes to what was not said. */
    Judgement asFarAsSaid(Judgement judged) {
        if (judged.ground() == Ground.ASSOCIATION_FORM && form == null) {
            return open(judged, "form", Reason.FORM_NOT_ELIGIBLE);
        }
        if (judged.ground() == Ground.HOME_HERE && homeHere == null) {
            return open(judged, "homeHere", Reason.HOME_ELSEWHERE);
        }
        return ABOUT_THE_ASSOCIATION.contains(judged.ground())
                        && judged.answer() instanceof Answer.Yes
                ? open(judged, "associationId", Reason.ASSOCIATION_UNKNOWN)
                : judged;
    }

    private static Judgement open(Judgement judged, String field, Reason because) {
        return new Judgement(
                judged.ground(), judged.id(), judged.text(), new Answer.Open(field, because));
    }
}
