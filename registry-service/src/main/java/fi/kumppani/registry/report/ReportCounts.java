package fi.kumppani.registry.report;

import fi.kumppani.kit.tenancy.MunicipalityCode;

import java.util.List;

/**
 * Everything told, counted. News may come twice, late and out of order: what is counted depends
 * only on which news have come.
 */
public interface ReportCounts {

    /** Counts the news, for the current municipality. */
    void count(News news);

    /** What was counted in the current municipality. */
    Counts of(int year);

    /** What was counted in each of the municipalities; aggregates may be told across them. */
    List<Counts> of(List<MunicipalityCode> municipalities, int year);
}
