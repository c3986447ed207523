package fi.kumppani.grants.changerequest.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.grants.changerequest.ChangeRequest;
import fi.kumppani.grants.changerequest.GrantTerms;

import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Optional;

/** Terms, or those of them that are otherwise. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TermsBody(
        @Nullable @Size(max = ChangeRequest.MOST_CHARACTERS) String use,
        @Nullable LocalDate beginsOn,
        @Nullable LocalDate endsOn) {

    static TermsBody of(GrantTerms terms) {
        return new TermsBody(terms.use(), terms.beginsOn(), terms.endsOn());
    }

    /** What is otherwise; empty when nothing is. */
    static Optional<GrantTerms> read(
            @Nullable String use, @Nullable LocalDate beginsOn, @Nullable LocalDate endsOn) {
        String told = use == null || use.isBlank() ? null : use.strip();
        return told == null && beginsOn == null && endsOn == null
                ? Optional.empty()
                : Optional.of(new GrantTerms(told, beginsOn, endsOn));
    }
}
