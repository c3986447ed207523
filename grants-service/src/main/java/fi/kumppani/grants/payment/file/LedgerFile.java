package fi.kumppani.grants.payment.file;

import fi.kumppani.grants.applicant.Applicant;
import fi.kumppani.grants.applicant.Applicants;
import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.DecisionRequest;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.GrantApplications;
import fi.kumppani.grants.payment.PaymentBatch;
import fi.kumppani.grants.payment.PaymentRow;
import fi.kumppani.grants.scheme.BudgetLine;
import fi.kumppani.grants.scheme.Scheme;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.text.WireCodes;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A batch as a table for a municipality's ledger, with the columns that Helsinki's Talpa takes and
 * behind them where the money stands in the books, as municipalities name it in their own. The
 * association's address is left empty, for the registry tells none. Nobody's name is in it: who
 * checked and approved are told as the identity provider knows them.
 */
@Component
public class LedgerFile {

    private static final String[] COLUMNS = {
        "Hakemusnumero",
        "Hakemustyyppi",
        "Tilinumero",
        "Saajan nimi",
        "Y-tunnus",
        "Osoite",
        "Postinumero",
        "Postitoimipaikka",
        "Määrä",
        "Päättäjän nimike",
        "Päätöspykälä",
        "Päätöspäivä",
        "Asiantarkastaja",
        "Hyväksyjä",
        "Tili",
        "Palveluluokka",
        "Toimiala"
    };

    private final GrantApplications applications;
    private final Applicants applicants;

    LedgerFile(GrantApplications applications, Applicants applicants) {
        this.applications = applications;
        this.applicants = applicants;
    }

    /**
     * The file: UTF-8, semicolons, decimals with a comma.
     *
     * @param scheme by which grounds the batch's call grants
     */
    public byte[] of(PaymentBatch batch, Scheme scheme, String approvedBy) {
        BudgetLine line = scheme.budgetLine();
        LocalizedText sector = line.sector();
        Map<ApplicationId, Stored<GrantApplication>> known =
                applications.findAll(
                        batch.payments().stream().map(PaymentRow::application).toList());
        Map<AssociationId, Applicant> payees =
                applicants.findAll(
                        batch.payments().stream()
                                .map(PaymentRow::association)
                                .collect(Collectors.toSet()));
        var text = new StringWriter();
        CSVFormat format =
                CSVFormat.DEFAULT
                        .builder()
                        .setDelimiter(';')
                        .setHeader(COLUMNS)
                        .setNullString("")
                        .get();
        try (var csv = new CSVPrinter(text, format)) {
            for (PaymentRow row : batch.payments()) {
                Optional<DecisionRequest> decision =
                        Optional.ofNullable(known.get(row.application()))
                                .flatMap(stored -> stored.body().decided())
                                .map(decided -> decided.decision().request());
                csv.printRecord(
                        row.diaryNumber(),
                        WireCodes.of(scheme.kind()),
                        row.iban().value(),
                        cell(row.payee()),
                        Optional.ofNullable(payees.get(row.association()))
                                .map(Applicant::businessId)
                                .orElse(null),
                        null,
                        null,
                        null,
                        row.amount().toString().replace('.', ','),
                        cell(decision.map(each -> each.maker().title()).orElse(null)),
                        cell(decision.map(each -> each.maker().section()).orElse(null)),
                        decision.map(DecisionRequest::decidedOn).orElse(null),
                        cell(batch.madeBy()),
                        cell(approvedBy),
                        line.account(),
                        line.serviceClass(),
                        cell(sector == null ? null : sector.in(Language.FI).text()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A text that no spreadsheet takes for a formula. */
    private static @Nullable String cell(@Nullable String text) {
        return text != null && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0
                ? "'" + text
                : Objects.requireNonNullElse(text, "");
    }
}
