package fi.kumppani.grants.openness.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.grants.grantapplication.Proposal;
import fi.kumppani.grants.openness.OpenDecision;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.WireCodes;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A grant as the 360Giving Data Standard 1.4 shapes it (standard.threesixtygiving.org). Only what
 * was granted is one; it names the call it came from, and nothing that its applicant wrote.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record GivingGrant(
        String id,
        String title,
        String description,
        String currency,
        BigDecimal amountAppliedFor,
        BigDecimal amountAwarded,
        BigDecimal amountDisbursed,
        LocalDate awardDate,
        @Nullable List<Period> plannedDates,
        List<Organization> recipientOrganization,
        List<Organization> fundingOrganization,
        List<Programme> grantProgramme,
        String fromOpenCall) {

    private static final int CENTS = 2;

    /** Who gives or is given. */
    record Organization(String id, String name) {}

    /** When it is used. */
    record Period(@Nullable LocalDate startDate, @Nullable LocalDate endDate) {}

    /** What it came from. */
    record Programme(String code, String title) {}

    /** The grant that this decision gave. */
    static GivingGrant of(OpenDecision open, GivingIds ids) {
        Proposal proposal = open.decided().proposal();
        String title = open.terms().title().in(Language.EN).text();
        MunicipalityCode municipality = Tenancy.current();
        boolean planned = proposal.beginsOn() != null || proposal.endsOn() != null;
        return new GivingGrant(
                ids.grant(municipality, open.decided().filing().id()),
                title,
                title + ", " + open.decided().receipt().number(),
                "EUR",
                amount(proposal.requested().cents()),
                amount(open.decided().decision().granted().cents()),
                amount(open.paid().cents()),
                open.decided().decision().request().decidedOn(),
                planned ? List.of(new Period(proposal.beginsOn(), proposal.endsOn())) : null,
                List.of(
                        new Organization(
                                ids.recipient(open.decided().filing().id(), open.openly()),
                                open.openly().name().in(Language.EN).text())),
                List.of(funder(municipality, ids)),
                List.of(new Programme(WireCodes.of(open.terms().scheme().kind()), title)),
                "Yes");
    }

    /** Who gives. */
    static Organization funder(MunicipalityCode municipality, GivingIds ids) {
        return new Organization(ids.funder(municipality), "Kunta " + municipality);
    }

    private static BigDecimal amount(long cents) {
        return BigDecimal.valueOf(cents, CENTS);
    }
}
