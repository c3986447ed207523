package fi.kumppani.kit.tenancy;

/**
 * The municipality that the current work is for.
 *
 * <p>Requests bind it from their path, consumers from the message header, jobs from what they work
 * on. Code that reaches data asks for it here, and fails when nobody has bound one.
 */
public final class Tenancy {

    private static final ScopedValue<MunicipalityCode> CURRENT = ScopedValue.newInstance();

    private Tenancy() {}

    /**
     * The current municipality.
     *
     * @throws NoMunicipalityException when none is bound
     */
    public static MunicipalityCode current() {
        return CURRENT.orElseThrow(NoMunicipalityException::new);
    }

    /** Whether a municipality is bound. */
    public static boolean isBound() {
        return CURRENT.isBound();
    }

    /** Runs the work for one municipality. */
    public static void runIn(MunicipalityCode municipality, Runnable work) {
        ScopedValue.where(CURRENT, municipality).run(work);
    }

    /** Runs the work for one municipality and gives its result or its exception. */
    public static <R, X extends Throwable> R callIn(
            MunicipalityCode municipality, ScopedValue.CallableOp<? extends R, X> work) throws X {
        return ScopedValue.where(CURRENT, municipality).<R, X>call(work);
    }
}
