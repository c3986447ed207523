package fi.kumppani.grants.grantapplication;

import java.util.Locale;

/** How an application ended. */
public enum Outcome {
    GRANTED,
    PARTLY_GRANTED,
    REFUSED,
    /** Left unexamined (jätetty tutkimatta). */
    NOT_EXAMINED;

    /** The code in messages and in the API, for example {@code partly-granted}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
