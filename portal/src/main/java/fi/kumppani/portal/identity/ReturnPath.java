package fi.kumppani.portal.identity;

import org.jspecify.annotations.Nullable;

import java.util.regex.Pattern;

/** Where to go after logging in: only ever a path of our own, so that nobody is led astray. */
final class ReturnPath {

    static final String START = "/";

    private static final int LONGEST = 300;

    private static final Pattern OURS = Pattern.compile("/(?:[A-Za-z0-9_~.-][A-Za-z0-9/_~.-]*)?");

    private ReturnPath() {}

    static String of(@Nullable String asked) {
        return asked != null && asked.length() <= LONGEST && OURS.matcher(asked).matches()
                ? asked
                : START;
    }
}
