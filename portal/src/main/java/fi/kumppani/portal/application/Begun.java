package fi.kumppani.portal.application;

/** What an application is begun as. */
record Begun(String id) {}
