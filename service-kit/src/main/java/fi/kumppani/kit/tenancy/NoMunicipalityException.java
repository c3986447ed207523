package fi.kumppani.kit.tenancy;

/** Data was asked for while no municipality was bound: a fault of ours, never of the caller. */
public final class NoMunicipalityException extends IllegalStateException {

    public NoMunicipalityException() {
        super("No municipality is bound to this work");
    }
}
