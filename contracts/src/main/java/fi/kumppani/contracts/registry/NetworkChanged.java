package fi.kumppani.contracts.registry;

/** A network of associations began, ended, or something public about it changed. */
public record NetworkChanged(Network network) {
    public static final String TYPE = "registry.network.changed.v1";
}
