package fi.kumppani.kit.architecture.planted.other;

import fi.kumppani.kit.architecture.planted.sample.SampleHelper;

/** Closes the circle. */
public record Other(SampleHelper helper) {}
