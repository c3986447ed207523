package fi.kumppani.grants.changerequest.web;

import fi.kumppani.grants.changerequest.ChangeRequest;
import fi.kumppani.grants.changerequest.GrantTerms;
import fi.kumppani.kit.problem.Problems;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * What a grantee asks to change; what is absent stays.
 *
 * @param use what the grant is to be used for
 * @param reasons why
 */
record WishRequest(
        @Nullable @Size(max = ChangeRequest.MOST_CHARACTERS) String use,
        @Nullable LocalDate beginsOn,
        @Nullable LocalDate endsOn,
        @NotBlank @Size(max = ChangeRequest.MOST_CHARACTERS) String reasons) {

    /**
     * What is to be otherwise.
     *
     * @throws fi.kumppani.kit.problem.Problem when nothing is
     */
    GrantTerms wish() {
        return TermsBody.read(use, beginsOn, endsOn)
                .orElseThrow(
                        () -> Problems.invalid("use", "missing", "Another use, or other days"));
    }
}
