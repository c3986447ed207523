package fi.kumppani.contracts.registry;

import fi.kumppani.contracts.LocalizedTexts;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/**
 * The public state of an association in the registry.
 *
 * @param id UUIDv7
 * @param name its names
 * @param businessId Y-tunnus, {@code 1234567-1}, when it has one
 * @param registerNumber number in the Finnish register of associations, when it is registered
 * @param form one of {@code registered-association}, {@code unregistered-group}, {@code
 *     cooperative}, {@code foundation}, {@code other}
 * @param homeMunicipality three-digit code
 * @param purposeClass 1–9, the purpose classes of the Finnish register of associations; absent when
 *     unclassified
 * @param themes keys of the home municipality's theme taxonomy
 * @param status {@code unverified}, {@code verified} or {@code dissolved}
 * @param active whether it counts as an active association
 * @param imported whether it came with an import of history, of which nobody is mailed
 * @param confirmedOn the day it last said that these facts are right; absent when it never did
 */
public record Association(
        String id,
        LocalizedTexts name,
        @Nullable String businessId,
        @Nullable String registerNumber,
        String form,
        String homeMunicipality,
        @Nullable Integer purposeClass,
        List<String> themes,
        String status,
        boolean active,
        boolean imported,
        @Nullable LocalDate confirmedOn) {

    /** One that has never said that its facts are right. */
    public Association(
            String id,
            LocalizedTexts name,
            @Nullable String businessId,
            @Nullable String registerNumber,
            String form,
            String homeMunicipality,
            @Nullable Integer purposeClass,
            List<String> themes,
            String status,
            boolean active,
            boolean imported) {
        this(
                id,
                name,
                businessId,
                registerNumber,
                form,
                homeMunicipality,
                purposeClass,
                themes,
                status,
                active,
                imported,
                null);
    }
}
