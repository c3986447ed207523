package fi.kumppani.kit.ids;

/** Makes identifiers; injected, so that tests can say what comes next. */
@FunctionalInterface
public interface Ids {

    /** A new UUID version 7 (RFC 9562) in its canonical text form. */
    String next();
}
