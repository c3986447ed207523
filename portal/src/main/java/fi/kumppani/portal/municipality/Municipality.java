package fi.kumppani.portal.municipality;

import fi.kumppani.portal.reader.Told;

import org.jspecify.annotations.Nullable;

import java.util.regex.Pattern;

/**
 * A municipality as pages name it.
 *
 * @param code three digits
 * @param name what it is called; its code when nobody can say
 * @param region two digits of the region (maakunta) it is in, when that is known
 */
public record Municipality(String code, Told name, @Nullable String region) {

    private static final Pattern CODE = Pattern.compile("[0-9]{3}");

    /** Whether this might be a code. */
    public static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }
}
