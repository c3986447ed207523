package fi.kumppani.portal.official;

import fi.kumppani.portal.application.CostPlan;
import fi.kumppani.portal.page.Amounts;
import fi.kumppani.portal.page.FilledForm;

import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields by which what is granted is divided by kinds of costs. */
final class ShareFields {

    private static final String SHARES = "shares";
    private static final String ERROR = "work.error.shares";

    private ShareFields() {}

    /** All of them, behind what stands before their names. */
    static List<String> names(String at) {
        return CostPlan.COSTS.stream().map(kind -> at + SHARES + "." + kind).toList();
    }

    static void keep(FilledForm form, String at, MultiValueMap<String, String> sent) {
        names(at).forEach(name -> form.put(name, sent.getFirst(name)));
    }

    static void fill(FilledForm form, String at, @Nullable VerdictFacts verdict) {
        names(at).forEach(name -> form.put(name, ""));
        if (verdict != null && verdict.shares() != null) {
            for (VerdictFacts.Share share : verdict.shares()) {
                if (CostPlan.COSTS.contains(share.category())) {
                    form.put(
                            at + SHARES + "." + share.category(),
                            Amounts.field(new BigDecimal(share.amount())));
                }
            }
        }
    }

    /**
     * Puts the shares into a verdict, unless it grants as a whole; what cannot be read, or is not
     * the amount together, becomes a fault of the form.
     */
    static void read(FilledForm form, String at, Map<String, Object> verdict) {
        List<Map<String, Object>> shares = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (String kind : CostPlan.COSTS) {
            String field = at + SHARES + "." + kind;
            Optional<String> amount = Amounts.read(form.value(field));
            if (amount.isEmpty() && !form.value(field).isEmpty()) {
                form.refuse(field, ERROR);
            }
            BigDecimal euros = amount.map(BigDecimal::new).orElse(BigDecimal.ZERO);
            if (euros.signum() > 0) {
                sum = sum.add(euros);
                Map<String, Object> share = new LinkedHashMap<>();
                share.put("category", kind);
                share.put("amount", euros.toPlainString());
                shares.add(share);
            }
        }
        if (shares.isEmpty()) {
            return;
        }
        Object granted = verdict.get("amount");
        if (granted != null && sum.compareTo(new BigDecimal(granted.toString())) != 0) {
            form.refuse(at + SHARES + "." + shares.getFirst().get("category"), ERROR);
        }
        verdict.put(SHARES, shares);
    }
}
