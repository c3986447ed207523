package fi.kumppani.grants.deminimis.web;

import fi.kumppani.grants.applicant.Applicant;
import fi.kumppani.grants.deadline.WorkingDays;
import fi.kumppani.grants.deminimis.AidAccounts;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.openness.OpenDecision;
import fi.kumppani.grants.openness.ReadOpenDecisions;
import fi.kumppani.grants.scheme.GrantKind;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.web.CsvTable;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * The municipality's de minimis aid as the central register wants it (Regulation (EU) 2023/2831,
 * Article 6(1)): beneficiary, amount, day, authority, instrument and sector, and until when it has
 * to be there.
 */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/de-minimis")
class AidRegisterController {

    private static final List<String> COLUMNS =
            List.of(
                    "beneficiaryName",
                    "beneficiaryBusinessId",
                    "beneficiaryId",
                    "aidAmountEur",
                    "grantingDate",
                    "registerBy",
                    "grantingAuthority",
                    "aidInstrument",
                    "naceSector",
                    "legalBasis",
                    "reference");

    /** Within how many working days it has to be in the register (Article 6(1)). */
    private static final int WORKING_DAYS = 20;

    /** Nobody asks an association for its class of economic activity; who registers it adds it. */
    private static final String UNTOLD = "";

    private final ReadOpenDecisions decisions;
    private final AidAccounts accounts;

    AidRegisterController(ReadOpenDecisions decisions, AidAccounts accounts) {
        this.decisions = decisions;
        this.accounts = accounts;
    }

    /**
     * One row for each decision in force that grants de minimis aid, unless it was declined.
     *
     * @param year the budget year of the calls
     */
    @OpenToRoles({Role.GRANT_OFFICER, Role.DECISION_MAKER})
    @GetMapping("/register.csv")
    void table(@RequestParam @Min(2000) @Max(2100) int year, HttpServletResponse response)
            throws IOException {
        CsvTable.answer(
                response,
                "de-minimis-%s-%d.csv".formatted(Tenancy.current(), year),
                COLUMNS,
                writer ->
                        decisions.forEach(
                                year,
                                open -> {
                                    Euros held = held(open.decided());
                                    if (held.cents() > 0) {
                                        writer.accept(row(open, held));
                                    }
                                }));
    }

    private Euros held(GrantApplication.Decided decided) {
        return decided.decision().aid().cents() == 0
                ? Euros.ZERO
                : accounts.of(decided.filing().applicant()).body().held(decided.filing().id());
    }

    private static List<String> row(OpenDecision open, Euros held) {
        @Nullable Applicant applicant = open.applicant();
        LocalDate granted = open.decided().decision().request().decidedOn();
        return List.of(
                applicant == null ? UNTOLD : applicant.name().in(Language.FI).text(),
                applicant == null
                        ? UNTOLD
                        : Objects.requireNonNullElse(applicant.businessId(), UNTOLD),
                open.decided().filing().applicant().value(),
                held.toString(),
                granted.toString(),
                WorkingDays.after(granted, WORKING_DAYS).toString(),
                "Kunta " + Tenancy.current(),
                open.terms().scheme().kind() == GrantKind.START_UP_LOAN ? "loan" : "grant",
                UNTOLD,
                "2023/2831",
                open.decided().receipt().number().toString());
    }
}
