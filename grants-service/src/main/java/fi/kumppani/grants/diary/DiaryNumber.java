package fi.kumppani.grants.diary;

import fi.kumppani.kit.tenancy.MunicipalityCode;

import java.util.Locale;

/**
 * The number a person can say aloud, {@code 743/2026/00042}.
 *
 * @param municipality whose diary
 * @param year the budget year of the call, so that a round stays together
 * @param number dense within municipality and year, from 1
 */
public record DiaryNumber(MunicipalityCode municipality, int year, int number) {

    /** As it is written: at least five digits at the end. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s/%d/%05d", municipality, year, number);
    }
}
