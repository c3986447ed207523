package fi.kumppani.portal.backend;

/** That a service did what was asked, and had no more to say. */
public record Done() {}
