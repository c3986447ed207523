package fi.kumppani.kit.contacts;

import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.text.Language;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/**
 * One mail that needs somebody to be sent to.
 *
 * @param id the mail; comes back with the answer
 * @param municipality whose mail it is
 * @param subject the aggregate the mail is about
 * @param kind what mail it is, such as {@code grant-decided}
 * @param language the language wanted; the recipient's own when absent
 * @param replyTo the address that answers to the mail go to; without it a mail tells no calendar
 *     anything
 */
public record ContactRequest(
        @NotBlank @Size(max = 200) String id,
        @NotNull MunicipalityCode municipality,
        @NotBlank @Size(max = 200) String subject,
        @NotBlank @Size(max = 100) String kind,
        @Nullable Language language,
        @Nullable @Size(max = 254) String replyTo) {

    /** A mail to which nobody answers. */
    public ContactRequest(
            String id,
            MunicipalityCode municipality,
            String subject,
            String kind,
            @Nullable Language language) {
        this(id, municipality, subject, kind, language, null);
    }
}
