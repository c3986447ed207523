package fi.kumppani.grants.appeal.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.grants.appeal.Edition;
import fi.kumppani.kit.problem.FieldErrors;
import fi.kumppani.kit.text.LocalizedText;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * What a municipality's appeal instructions say.
 *
 * @param boardAbove the board that hears claims against decisions of officials
 * @param officeName what the office is called where claims are delivered
 * @param address its postal address, in one line
 * @param email the office's e-mail address
 * @param phone its number
 * @param openingHours when it is open
 * @param court which administrative court hears appeals, and its address, in one line
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EditionBody(
        @NotNull LocalizedText boardAbove,
        @NotNull LocalizedText officeName,
        @NotBlank @Size(max = 200) String address,
        @NotBlank @Email @Size(max = 254) String email,
        @Nullable @Size(max = 40) String phone,
        @NotNull LocalizedText openingHours,
        @Nullable LocalizedText court) {

    private static final int MOST_CHARACTERS = 200;

    /**
     * The edition from this day on, in the newest wording.
     *
     * @throws fi.kumppani.kit.problem.Problem that names every field at fault
     */
    Edition from(LocalDate validFrom) {
        new FieldErrors()
                .longest("boardAbove", boardAbove, MOST_CHARACTERS)
                .longest("officeName", officeName, MOST_CHARACTERS)
                .longest("openingHours", openingHours, MOST_CHARACTERS)
                .longest("court", court, MOST_CHARACTERS)
                .throwIfAny();
        return new Edition(
                validFrom,
                Edition.NEWEST_WORDING,
                boardAbove,
                new Edition.Office(officeName, address, email, phone, openingHours),
                court);
    }

    static EditionBody of(Edition edition) {
        Edition.Office office = edition.office();
        return new EditionBody(
                edition.boardAbove(),
                office.name(),
                office.address(),
                office.email(),
                office.phone(),
                office.openingHours(),
                edition.court());
    }
}
