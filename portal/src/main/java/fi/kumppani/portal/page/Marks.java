package fi.kumppani.portal.page;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/** Tells what is written in a form from what is written in another. */
public final class Marks {

    private Marks() {}

    /** The same for two forms if, and only if, these fields say the same in both. */
    public static String of(FilledForm form, List<String> fields) {
        StringBuilder written = new StringBuilder();
        fields.forEach(field -> written.append(form.values(field)).append('\n'));
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(written.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
