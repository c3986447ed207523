package fi.kumppani.kit.problem;

import java.util.Locale;
import java.util.regex.Pattern;

/** Spells names of Java in kebab case, as codes on the wire are. */
final class Codes {

    private static final Pattern BEFORE_CAPITAL = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private Codes() {}

    /** From {@code BUDGET_SPENT} to {@code budget-spent}. */
    static String ofConstant(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** From {@code NotBlank} to {@code not-blank}. */
    static String ofType(String simpleName) {
        return BEFORE_CAPITAL.matcher(simpleName).replaceAll("-").toLowerCase(Locale.ROOT);
    }
}
