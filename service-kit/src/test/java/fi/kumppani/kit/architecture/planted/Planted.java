package fi.kumppani.kit.architecture.planted;

/** Marks the base package of the planted violations. */
public final class Planted {

    private Planted() {}
}
