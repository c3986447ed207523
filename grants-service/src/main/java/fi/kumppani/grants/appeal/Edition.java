package fi.kumppani.grants.appeal;

import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * What a municipality's appeal instructions say for decisions from a day on, until the next
 * edition.
 *
 * @param validFrom the first day
 * @param wording which of the texts of the service it is filled into; an older edition keeps its
 *     own
 * @param boardAbove the board that hears claims against decisions of officials
 * @param office where claims are delivered (kirjaamo)
 * @param court which administrative court hears appeals, and its address, in one line; null to name
 *     the one in whose district the municipality is
 */
public record Edition(
        LocalDate validFrom,
        int wording,
        LocalizedText boardAbove,
        Office office,
        @Nullable LocalizedText court) {

    /** The wording that new editions are given. */
    public static final int NEWEST_WORDING = 1;

    /** An edition that names no court. */
    public Edition(LocalDate validFrom, int wording, LocalizedText boardAbove, Office office) {
        this(validFrom, wording, boardAbove, office, null);
    }

    /**
     * Where claims are delivered.
     *
     * @param name what it is called
     * @param address its postal address, in one line
     * @param email its e-mail address; an office's, never a person's
     * @param phone its number, if it has one
     * @param openingHours when it is open
     */
    public record Office(
            LocalizedText name,
            String address,
            String email,
            @Nullable String phone,
            LocalizedText openingHours) {}
}
