package fi.kumppani.portal.usage;

import fi.kumppani.portal.page.Amounts;
import fi.kumppani.portal.page.Days;
import fi.kumppani.portal.page.FilledForm;

import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The fields by which one receipt is written. */
final class ReceiptFields {

    static final String FAMILY = "receipt";

    /** As many as the service takes. */
    static final int MOST = 300;

    static final List<String> REASONS = List.of("already-handed-in", "file-missing");

    private static final int LONGEST = 300;
    private static final List<String> NAMES =
            List.of("description", "amount", "paidOn", "category", "existing");

    private ReceiptFields() {}

    /** Keeps what was sent; browsers do not let a chosen file be kept. */
    static void keep(FilledForm form, MultiValueMap<String, String> sent) {
        NAMES.forEach(field -> form.put(field, sent.getFirst(field)));
        form.put("file", "");
    }

    /**
     * The receipt without its file; what cannot be read becomes a fault of the form.
     *
     * @param today no receipt is of a later day
     */
    static Optional<ReportContent.Receipt> read(FilledForm form, LocalDate today) {
        Optional<BigDecimal> amount =
                Amounts.read(form.value("amount"))
                        .map(BigDecimal::new)
                        .filter(euros -> euros.signum() > 0);
        Optional<LocalDate> paidOn =
                Days.read(form.value("paidOn")).filter(day -> !day.isAfter(today));
        String description = form.value("description");
        need(form, "description", !description.isEmpty() && description.length() <= LONGEST);
        need(form, "amount", amount.isPresent());
        need(form, "paidOn", paidOn.isPresent());
        need(form, "category", ReportContent.CATEGORIES.contains(form.value("category")));
        return form.isRefused()
                ? Optional.empty()
                : Optional.of(
                        new ReportContent.Receipt(
                                form.value("category"),
                                paidOn.orElseThrow(),
                                amount.orElseThrow(),
                                description,
                                file(form)));
    }

    /** The same receipt with the file that is chosen now. */
    static ReportContent.Receipt with(ReportContent.Receipt receipt, FilledForm form) {
        return new ReportContent.Receipt(
                receipt.category(),
                receipt.paidOn(),
                receipt.amount(),
                receipt.description(),
                file(form));
    }

    private static @Nullable String file(FilledForm form) {
        return form.value("existing").isEmpty() ? null : form.value("existing");
    }

    private static void need(FilledForm form, String field, boolean isSound) {
        if (!isSound) {
            form.refuse(field, FAMILY + ".error." + field);
        }
    }
}
