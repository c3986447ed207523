package fi.kumppani.portal.association;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** The legal forms that pages have a word for. */
public final class LegalForms {

    /** Their codes, in the order in which one chooses. */
    public static final List<String> ALL =
            List.of(
                    "registered-association",
                    "unregistered-group",
                    "cooperative",
                    "foundation",
                    "other");

    private LegalForms() {}

    /** A form that there is a word for; null for others. */
    public static @Nullable String known(@Nullable String form) {
        return form != null && ALL.contains(form) ? form : null;
    }
}
