package fi.kumppani.portal.callwork;

import fi.kumppani.portal.page.FilledForm;

import org.springframework.util.MultiValueMap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The fields that say when and against what a grant is paid. */
final class PaymentFields {

    /** The ways of payment. */
    static final List<String> MODES = List.of("in-advance", "instalments", "afterwards", "loan");

    /** The fields, in their order. */
    static final List<String> NAMES =
            List.of(
                    "payment.mode",
                    "payment.onlyWhenFinal",
                    "payment.instalments",
                    "payment.receiptsBy",
                    "payment.repayment.firstOn",
                    "payment.repayment.parts",
                    "payment.repayment.everyMonths");

    private static final Pattern PERCENTS = Pattern.compile("[0-9]{1,3}([ ,;+%]+[0-9]{1,3})*[ %]*");

    private PaymentFields() {}

    static void fill(FilledForm form, CallBody payment) {
        CallBody repayment = payment.part("repayment");
        form.put("payment.mode", payment.isEmpty() ? MODES.getFirst() : payment.text("mode"));
        form.put("payment.onlyWhenFinal", payment.isYes("onlyWhenFinal") ? Fields.YES : "");
        form.put("payment.instalments", String.join(", ", payment.words("instalments")));
        form.put("payment.receiptsBy", payment.text("receiptsBy"));
        for (String each : List.of("firstOn", "parts", "everyMonths")) {
            form.put("payment.repayment." + each, repayment.text(each));
        }
    }

    static void keep(FilledForm form, MultiValueMap<String, String> sent) {
        Fields.keep(form, sent, NAMES);
    }

    /** What is sent; fields of another way of payment than the chosen one are left out. */
    static void read(FilledForm form, Map<String, Object> scheme) {
        String mode = form.value("payment.mode");
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("mode", mode);
        Fields.yes(form, "payment.onlyWhenFinal", body, "onlyWhenFinal");
        switch (mode) {
            case "in-advance" -> {}
            case "instalments" -> body.put("instalments", percents(form));
            case "afterwards" -> Fields.day(form, "payment.receiptsBy", body, "receiptsBy");
            case "loan" -> {
                Map<String, Object> repayment = new LinkedHashMap<>();
                Fields.day(form, "payment.repayment.firstOn", repayment, "firstOn");
                Fields.number(form, "payment.repayment.parts", repayment, "parts");
                Fields.number(form, "payment.repayment.everyMonths", repayment, "everyMonths");
                NAMES.stream()
                        .filter(field -> field.startsWith("payment.repayment."))
                        .forEach(field -> Fields.require(form, field));
                body.put("repayment", repayment);
            }
            default -> form.refuse("payment.mode", "planner.error.payment.mode");
        }
        scheme.put("payment", body);
    }

    private static List<Integer> percents(FilledForm form) {
        String written = form.value("payment.instalments");
        if (!PERCENTS.matcher(written).matches()) {
            form.refuse("payment.instalments", "planner.error.payment.instalments");
            return List.of();
        }
        return Stream.of(written.split("[ ,;+%]+")).map(Integer::valueOf).toList();
    }
}
