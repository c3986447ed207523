package fi.kumppani.grants.grantapplication.persistence;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an association has handed in for a budget year, under {@code
 * <municipality>:<year>:<association>}.
 */
record ApplicantYearDocument(List<Entry> entries) {

    static final ApplicantYearDocument EMPTY = new ApplicantYearDocument(List.of());

    /**
     * An application that was handed in, or was about to be.
     *
     * @param kind of its call
     * @param asPartner whether the association is not its applicant but takes part; absent for no
     */
    record Entry(
            String application,
            String call,
            String kind,
            long cents,
            Instant at,
            @Nullable Boolean asPartner) {

        boolean isOfPartner() {
            return Boolean.TRUE.equals(asPartner);
        }
    }

    /** Those of which the association is the applicant. */
    List<Entry> own() {
        return entries.stream().filter(each -> !each.isOfPartner()).toList();
    }

    ApplicantYearDocument with(Entry own) {
        return new ApplicantYearDocument(
                Stream.concat(others(own.application()).stream(), Stream.of(own)).toList());
    }

    boolean knows(Entry entry) {
        return entries.stream().anyMatch(each -> each.application().equals(entry.application()));
    }

    List<Entry> others(String application) {
        return entries.stream().filter(each -> !each.application().equals(application)).toList();
    }
}
