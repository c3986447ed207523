package fi.kumppani.registry.mandate;

/** As what somebody gives and takes rights of an association. */
public enum Capacity {
    COORDINATOR,
    MAIN_USER
}
