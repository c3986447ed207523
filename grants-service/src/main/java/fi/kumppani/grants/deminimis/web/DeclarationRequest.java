package fi.kumppani.grants.deminimis.web;

import fi.kumppani.grants.deminimis.UndertakingAid;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.problem.FieldErrors;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import java.time.LocalDate;
import java.util.List;

/**
 * All de minimis aid that the applicant and those it makes a single undertaking with (Article 2(2))
 * have from others than the municipalities of this service.
 *
 * @param items empty for none
 */
record DeclarationRequest(
        @NotNull @Size(max = UndertakingAid.Declaration.MOST) List<@NotNull @Valid AidBody> items) {

    /**
     * Aid from somebody else.
     *
     * @param granter which authority
     * @param grantedOn the day of its decision, not in the future
     */
    record AidBody(
            @NotBlank @Size(max = 200) String granter,
            @NotNull LocalDate grantedOn,
            @NotNull Euros amount) {

        static AidBody of(UndertakingAid.Aid aid) {
            return new AidBody(aid.granter(), aid.grantedOn(), aid.amount());
        }
    }

    /**
     * What is declared.
     *
     * @throws fi.kumppani.kit.problem.Problem that names every field at fault
     */
    List<UndertakingAid.Aid> read(LocalDate today) {
        FieldErrors errors = new FieldErrors();
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).grantedOn().isAfter(today)) {
                errors.add("items[" + i + "].grantedOn", "in-the-future", "Not in the future");
            }
            if (items.get(i).amount().cents() == 0) {
                errors.add("items[" + i + "].amount", "not-positive", "More than nothing");
            }
        }
        errors.throwIfAny();
        return items.stream()
                .map(
                        each ->
                                new UndertakingAid.Aid(
                                        each.granter().strip(), each.grantedOn(), each.amount()))
                .toList();
    }
}
