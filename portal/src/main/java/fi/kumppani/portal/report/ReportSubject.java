package fi.kumppani.portal.report;

import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.municipality.Municipality;

/** Whose figures a report tells. */
sealed interface ReportSubject {

    /** The page that shows them, without the year. */
    String page();

    /** Where programs read them, without the year. */
    String api();

    /** Asks for those of a year. */
    Question<ReportFacts> of(int year);

    /**
     * One municipality.
     *
     * @param municipality the municipality
     */
    record One(Municipality municipality) implements ReportSubject {

        @Override
        public String page() {
            return "/m/" + municipality.code() + "/report";
        }

        @Override
        public String api() {
            return "/api/registry/v1/municipalities/" + municipality.code() + "/report";
        }

        @Override
        public Question<ReportFacts> of(int year) {
            return ReportFacts.ofMunicipality(municipality.code(), year);
        }
    }

    /**
     * All municipalities of a region together.
     *
     * @param code two digits
     */
    record Region(String code) implements ReportSubject {

        @Override
        public String page() {
            return "/r/" + code;
        }

        @Override
        public String api() {
            return "/api/registry/v1/regions/" + code + "/report";
        }

        @Override
        public Question<ReportFacts> of(int year) {
            return ReportFacts.ofRegion(code, year);
        }
    }
}
