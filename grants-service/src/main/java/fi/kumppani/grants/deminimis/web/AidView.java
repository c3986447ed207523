package fi.kumppani.grants.deminimis.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.grants.deminimis.UndertakingAid;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.kit.money.Euros;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What an applicant has of de minimis aid on a day.
 *
 * @param limit the most in three years
 * @param used what of it is used
 * @param left what could still be granted
 * @param grants what it is used by in the municipalities of this service
 * @param declaredSum what it is used by elsewhere, as declared
 * @param declaredAt when that was declared; absent when it never was
 * @param declared the items, if they were declared at this application
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AidView(
        LocalDate day,
        Euros limit,
        Euros used,
        Euros left,
        List<GrantView> grants,
        Euros declaredSum,
        @Nullable Instant declaredAt,
        @Nullable List<DeclarationRequest.AidBody> declared) {

    /** What a municipality granted. */
    record GrantView(String municipality, Euros amount, LocalDate grantedOn) {}

    static AidView of(UndertakingAid aid, ApplicationId application, LocalDate day) {
        UndertakingAid.Declaration declared = aid.declared();
        return new AidView(
                day,
                UndertakingAid.LIMIT,
                aid.used(day),
                aid.left(day),
                aid.granted(day).stream()
                        .map(
                                each ->
                                        new GrantView(
                                                each.municipality().value(),
                                                each.amount(),
                                                each.grantedOn()))
                        .toList(),
                aid.declared(day),
                declared == null ? null : declared.at(),
                declared == null || !declared.application().equals(application)
                        ? null
                        : declared.items().stream().map(DeclarationRequest.AidBody::of).toList());
    }
}
